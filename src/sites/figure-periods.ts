import { addDays, addMonths, dateAt, firstOfMonth, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'

/** The periods that are reported on, as people name them. */
export const figurePeriods = {
  month: { vi: 'Tháng này', en: 'This month' },
  before: { vi: 'Tháng trước', en: 'Last month' },
  quarter: { vi: 'Quý này', en: 'This quarter' },
  'quarter-before': { vi: 'Quý trước', en: 'Last quarter' },
  half: { vi: '6 tháng này', en: 'This half-year' },
  'half-before': { vi: '6 tháng trước', en: 'Last half-year' },
  year: { vi: 'Năm nay', en: 'This year' },
  'year-before': { vi: 'Năm trước', en: 'Last year' },
} as const satisfies Record<string, Words>
export type FigurePeriod = keyof typeof figurePeriods

const months: Readonly<Record<FigurePeriod, number>> = {
  month: 1,
  before: 1,
  quarter: 3,
  'quarter-before': 3,
  half: 6,
  'half-before': 6,
  year: 12,
  'year-before': 12,
}

export const isFigurePeriod = (named: string): named is FigurePeriod => Object.hasOwn(figurePeriods, named)

/** The days of a period as of a day: those of this one up to it, those of the one before whole. */
export function daysOfPeriod(period: FigurePeriod, today: PlainDate = dateAt(new Date())) {
  const length = months[period]
  const month = Number(today.slice(5, 7)) - 1
  const start = addMonths(firstOfMonth(today), -(month % length))
  return period.endsWith('before')
    ? { from: addMonths(start, -length), to: addDays(start, -1) }
    : { from: start, to: today }
}
