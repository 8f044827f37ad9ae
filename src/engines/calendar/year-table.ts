import { addDays, civil, daysBetween, holdsOn, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import type { Calendar, DeclaredDay } from './declare.ts'

/** A stretch of office hours in minutes after midnight; its end is no longer inside. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One year worked out once, so that counting days or minutes is a subtraction. Days of the year are numbered from 0. */
export interface YearTable {
  readonly year: number
  /** Days from 1970-01-01 to the first day of the year. */
  readonly first: number
  readonly dates: readonly PlainDate[]
  readonly spans: readonly (readonly Span[])[]
  /** When a counter takes in though nobody works: such days are no working days. */
  readonly receptionOnly: readonly (readonly Span[])[]
  /** The day numbers of the working days, in order. */
  readonly workingDays: readonly number[]
  /** Working days before each day; one entry more than days, so the last is the total. */
  readonly daysBefore: Uint16Array
  /** Working minutes before each day; the last is the total. */
  readonly minutesBefore: Uint32Array
}

const noSpans: readonly Span[] = []
/** Where half days are cut, in minutes after midnight. */
export const noon = 12 * 60

/** `07:30` → 450. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Works out one year of a calendar; `declared` holds its declared days by date. */
export function tableOfYear(
  calendar: Calendar,
  declared: ReadonlyMap<PlainDate, DeclaredDay>,
  year: number,
): YearTable {
  const first = civil(`${year}-01-01`)
  const length = daysBetween(first, civil(`${year + 1}-01-01`))
  const dates = Array.from({ length }, (_, day) => addDays(first, day))
  const hours = calendar.officeHours.map((entry) => ({
    ...entry,
    spans: entry.spans.map(({ start, end }): Span => ({ start: minutesOf(start), end: minutesOf(end) })),
  }))
  const worked = hours.filter((entry) => entry.receptionOnly === undefined)
  const received = hours.filter((entry) => entry.receptionOnly === true)
  const spans = dates.map((date) => spansOn(worked, declared.get(date), date))
  // A day declared otherwise, such as a holiday, is not as its weekday says: nothing is taken in beside its hours.
  const receptionOnly = dates.map((date) => (declared.has(date) ? noSpans : (usualOn(received, date) ?? noSpans)))

  const workingDays: number[] = []
  const daysBefore = new Uint16Array(length + 1)
  const minutesBefore = new Uint32Array(length + 1)
  spans.forEach((list, day) => {
    if (list.length > 0) workingDays.push(day)
    daysBefore[day + 1] = workingDays.length
    minutesBefore[day + 1] = minutesBefore[day]! + list.reduce((sum, span) => sum + span.end - span.start, 0)
  })
  const fromEpoch = daysBetween(civil('1970-01-01'), first)
  return { year, first: fromEpoch, dates, spans, receptionOnly, workingDays, daysBefore, minutesBefore }
}

type Hours = readonly { from?: PlainDate; to?: PlainDate; weekdays: readonly number[]; spans: readonly Span[] }[]

const usualOn = (hours: Hours, date: PlainDate) =>
  hours.find((entry) => entry.weekdays.includes(weekdayOf(date)) && holdsOn(entry, date))?.spans

function spansOn(hours: Hours, declared: DeclaredDay | undefined, date: PlainDate): readonly Span[] {
  const usual = usualOn(hours, date)
  switch (declared?.kind) {
    case undefined:
      return usual ?? noSpans
    case 'holiday':
    case 'compensatory':
    case 'swapped-off':
      return noSpans
    case 'swapped-work':
      return usual ?? ordinaryOn(hours, date)
    case 'half-day':
      // Whoever is closed on that weekday does not open because others close for half of it.
      return halfOf(usual ?? (isWeekend(date) ? ordinaryOn(hours, date) : noSpans), declared.morningOnly !== false)
  }
}

/** A working Saturday has no hours of its own: it is worked by those declared first. */
const ordinaryOn = (hours: Hours, date: PlainDate): readonly Span[] =>
  hours.find((entry) => holdsOn(entry, date))?.spans ?? noSpans

const isWeekend = (date: PlainDate): boolean => weekdayOf(date) > 5

/** The part of the spans before noon, or after it. */
const halfOf = (spans: readonly Span[], morning: boolean): readonly Span[] =>
  spans
    .map(({ start, end }) => (morning ? { start, end: Math.min(end, noon) } : { start: Math.max(start, noon), end }))
    .filter(({ start, end }) => start < end)
