import { addDays, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { datesOf, defineCalendar, type Calendar, type DeclaredDay } from './declare.ts'

/** `ordinary` takes a declared day back to what its weekday says. */
export type AmendmentKind = 'holiday' | 'swap' | 'half-day' | 'ordinary'

/** Days that are declared on screen, by a document. */
export interface Amendment {
  readonly kind: AmendmentKind
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  /** Of a swap: the day that is worked instead. */
  readonly workDay: PlainDate | null
  /** Of a half day: the half that is worked. */
  readonly half: 'morning' | 'afternoon' | null
  readonly name: Words
  readonly document: string
}

/** Every date that an amendment says something of, in order. */
export function datesAmended({ firstDay, lastDay, workDay }: Amendment): PlainDate[] {
  const dates = [firstDay]
  for (let date = firstDay; date < lastDay;) dates.push((date = addDays(date, 1)))
  return workDay === null ? dates : [...dates, workDay].sort()
}

/** The calendar with days declared on screen laid over it, in their order: on its dates each holds, whatever was declared before. */
export function layAmendments(calendar: Calendar, amendments: readonly Amendment[]): Calendar {
  if (amendments.length === 0) return calendar
  const days = amendments.reduce(layOver, calendar.days)
  return defineCalendar({ ...calendar, days })
}

function layOver(days: DeclaredDay[], amendment: Amendment): DeclaredDay[] {
  const amended = new Set(datesAmended(amendment))
  return [...days.flatMap((day) => without(day, amended)), ...daysOf(amendment)]
}

/** A declared run without the dates that an amendment took over. */
function without(day: DeclaredDay, amended: ReadonlySet<PlainDate>): DeclaredDay[] {
  const dates = datesOf(day)
  if (!dates.some((date) => amended.has(date))) return [day]
  const { through: _, ...single } = day
  return dates.filter((date) => !amended.has(date)).map((date) => ({ ...single, date }))
}

function daysOf(amendment: Amendment): DeclaredDay[] {
  const { kind, firstDay, lastDay, workDay, half, name, document } = amendment
  const run = { date: firstDay, ...(lastDay > firstDay && { through: lastDay }), name }
  if (kind === 'ordinary') return []
  if (kind === 'half-day') return [{ ...run, kind, morningOnly: half === 'morning', note: document }]
  if (workDay === null) return [{ ...run, kind: 'holiday', note: document }]
  return [
    { ...run, kind: 'swapped-off', note: `${document}; làm bù ${showDate(workDay)}` },
    { date: workDay, kind: 'swapped-work', name, note: `${document}; bù cho ${showDate(firstDay)}` },
  ]
}
