import { civil, dateAt, isPlainDate, type PlainDate } from '#values/plain-date.ts'

/** The days from `tu` to `den` that an address asks for; up to today where it does not say, from the day that `firstOf` gives for the last. */
export function daysAsked(query: URLSearchParams, firstOf: (to: PlainDate) => string) {
  const day = (name: string, otherwise: string) => {
    const asked = query.get(name) ?? ''
    return isPlainDate(asked) ? asked : civil(otherwise)
  }
  const to = day('den', dateAt(new Date()))
  return { from: day('tu', firstOf(to)), to }
}
