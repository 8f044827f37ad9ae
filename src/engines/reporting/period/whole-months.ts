import { addDays, addMonths, firstOfMonth, type PlainDate } from '#values/plain-date.ts'
import type { DayPeriod } from '../form-six/form-six.ts'

/** Days from one on, up to but not including another. */
export interface DayRange {
  readonly since: PlainDate
  readonly until: PlainDate
}

/** A period as whole months, where it has any, and the days at its ends: what was summed by month is not added up day by day. */
export function wholeMonths({ from, to }: DayPeriod): {
  readonly months?: DayRange
  readonly days: readonly DayRange[]
} {
  const next = addDays(to, 1)
  const last = firstOfMonth(next)
  const whole = from === firstOfMonth(from) ? from : addMonths(firstOfMonth(from), 1)
  if (whole >= last) return { days: [{ since: from, until: next }] }
  return {
    months: { since: whole, until: last },
    days: [
      { since: from, until: whole },
      { since: last, until: next },
    ],
  }
}
