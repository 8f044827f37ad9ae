import type { OfficeDossier } from '../acts/acts.ts'

interface Stretch {
  readonly kind: 'run' | 'stop' | 'left'
  readonly length: number
  /** The first of its days. */
  readonly from: string
}

/**
 * Days that count, as stretches used, stopped and left; today is being used. What counts as received on a later day has that day
 * left, too. Of calendar days, those off at the end count too, by which the last day moved.
 */
export function stretchesOf({ days, limitUnit }: Pick<OfficeDossier, 'days' | 'limitUnit'>, today: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const day of days) {
    const isAhead = day.date > today
    if (day.kind === 'received' || (day.kind === 'begun' && !isAhead)) continue
    if (day.kind === 'off' && (limitUnit !== 'calendar-day' || (stretches.length === 0 && !isAhead))) continue
    const kind = day.kind === 'stopped' ? 'stop' : isAhead ? 'left' : 'run'
    const last = stretches.at(-1)
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, length: last.length + 1 }
    else stretches.push({ kind, length: 1, from: day.date })
  }
  return stretches
}
