import { dateAt, minutesAt, weekdayOf, type PlainDate } from './plain-date.ts'
import type { Language } from './words.ts'

const weekdays = {
  vi: ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** The days of the week over the columns of a calendar, from Monday on. */
export const weekdayHeads = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `Tháng 12`, `December`; months are numbered from 1. */
export const showMonth = (month: number, language: Language): string =>
  language === 'vi' ? `Tháng ${month}` : (months[month - 1] as string)

/** `2020-12-01` → `01/12/2020`. */
export const showDate = (date: PlainDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** `2020-12-01` → `01/12`. */
export const showDayMonth = (date: PlainDate): string => showDate(date).slice(0, 5)

export const showWeekday = (date: PlainDate, language: Language): string =>
  weekdays[language][weekdayOf(date)] as string

/** `thứ Ba 01/12/2020`. */
export const showFullDate = (date: PlainDate, language: Language): string =>
  `${showWeekday(date, language)} ${showDate(date)}`

/** The clock time in Viet Nam: `14:05`. */
export function showClock(instant: Date): string {
  const minutes = minutesAt(instant)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** `14:05 thứ Ba 24/11/2020`. */
export const showInstant = (instant: Date, language: Language): string =>
  `${showClock(instant)} ${showFullDate(dateAt(instant), language)}`
