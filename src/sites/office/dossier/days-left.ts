import { dateAt } from '#values/plain-date.ts'
import type { OfficeDossier } from '../acts/acts.ts'

interface Stretch {
  readonly kind: 'run' | 'stop' | 'left'
  readonly length: number
  /** The first of its days. */
  readonly from: string
}

/** Days that count, as stretches used, stopped and left; today is being used. */
export function stretchesOf(days: OfficeDossier['days'], today: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const day of days) {
    if (day.kind === 'off' || day.kind === 'received' || day.kind === 'begun') continue
    const kind = day.kind === 'stopped' ? 'stop' : day.date <= today ? 'run' : 'left'
    const last = stretches.at(-1)
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, length: last.length + 1 }
    else stretches.push({ kind, length: 1, from: day.date })
  }
  return stretches
}

export interface DaysLeft {
  readonly count: number
  readonly isWorking: boolean
}

/** How many days are left as the limit counts them; undefined where what is counted is not this deadline, as before reception. */
export function daysLeft(
  { days, deadline, limitUnit }: Pick<OfficeDossier, 'days' | 'deadline' | 'limitUnit'>,
  now: Date,
): DaysLeft | undefined {
  if (days.at(-1)?.date !== dateAt(deadline)) return undefined
  const left = stretchesOf(days, dateAt(now)).filter((one) => one.kind === 'left')
  return { count: left.reduce((all, one) => all + one.length, 0), isWorking: limitUnit !== 'calendar-day' }
}
