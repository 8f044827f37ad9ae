import { z } from 'zod'

declare const plainDate: unique symbol

/** A civil date `YYYY-MM-DD` without a time or a zone; compares and sorts as text. */
export type PlainDate = string & { readonly [plainDate]: true }

/** Viet Nam has had one zone without summer time since 1975: UTC+7. */
export const zone = 'Asia/Ho_Chi_Minh'
const zoneOffset = 7 * 3_600_000
const dayLength = 86_400_000

/** Years 1000 to 8999: counting on from any date of people stays within four digits, which the database needs. */
const shape = /^[1-8]\d{3}-\d{2}-\d{2}$/

/** True for a date that exists: `2021-02-29` does not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!shape.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Nothing that compares or counts with dates is asked about a text that is none. */
export const PlainDate = z.string().refine(isPlainDate, { error: 'Không phải ngày có thật · Not a date', abort: true })

/** Reads a literal of our own; throws on anything that is not a date. */
export function civil(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

/** The civil date in Viet Nam at an instant. */
export function dateAt(instant: Date): PlainDate {
  return new Date(instant.getTime() + zoneOffset).toISOString().slice(0, 10) as PlainDate
}

/** The instant of a clock time (minutes after midnight in Viet Nam) on a date. */
export function instantOf(date: PlainDate, minutes = 0): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - zoneOffset + minutes * 60_000)
}

/** Minutes after midnight in Viet Nam at an instant, 0 … 1439. */
export function minutesAt(instant: Date): number {
  return Math.floor(((((instant.getTime() + zoneOffset) % dayLength) + dayLength) % dayLength) / 60_000)
}

/** The date `days` later (earlier if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10) as PlainDate
}

/** The same day `months` later (earlier if negative); where that month is shorter, as many days into the next. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10) as PlainDate
}

/** The first day of the month of a day. */
export const firstOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01` as PlainDate

/** Days from one date to another; negative if `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** A period of validity: from a date on, up to but not including `to`. */
export interface Period {
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
}

export const holdsOn = (period: Period, date: PlainDate): boolean =>
  (period.from === undefined || period.from <= date) && (period.to === undefined || date < period.to)
