import { instantOf, type PlainDate } from '#values/plain-date.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** The times of a day at which somebody may be expected: every so many minutes within office hours, each whole within them. */
export const slotsOn = (date: PlainDate, spans: readonly Span[], minutes: number): Date[] =>
  spans.flatMap(({ start, end }) =>
    Array.from({ length: Math.floor((end - start) / minutes) }, (_, order) => instantOf(date, start + order * minutes)),
  )
