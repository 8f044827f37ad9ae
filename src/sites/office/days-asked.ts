import { civil, dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { daysOfPeriod, isFigurePeriod } from '../figure-periods.ts'

/**
 * The days that an address asks for: those of a named period by `ky`, else from `tu` to `den`; up to today where it does not say, from the
 * day that `firstOf` gives for the last.
 */
export function daysAsked(query: URLSearchParams, firstOf: (to: PlainDate) => string) {
  const named = query.get('ky') ?? ''
  if (isFigurePeriod(named)) return daysOfPeriod(named)
  const day = (name: string, otherwise: string) => {
    const asked = query.get(name) ?? ''
    return isPlainDate(asked) ? asked : civil(otherwise)
  }
  const to = day('den', dateAt(new Date()))
  return { from: day('tu', firstOf(to)), to }
}
