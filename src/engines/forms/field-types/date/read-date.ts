import { isPlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'

export type Precision = 'day' | 'month' | 'year' | 'any'

/** A date as precisely as it is known: `1968-08-14`, `1968-08` or `1968`. Compares as text. */
export const isKnownDate = (value: unknown): value is string =>
  typeof value === 'string' && precisionOf(value) !== undefined

/** How precise a stored date is; undefined if it is none. */
function precisionOf(value: string): 'day' | 'month' | 'year' | undefined {
  if (!/^(1[6-9]|2[0-9])\d\d/.test(value)) return undefined
  if (isPlainDate(value)) return 'day'
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return 'month'
  return /^\d{4}$/.test(value) ? 'year' : undefined
}

export type DateRead = { readonly date: string } | { readonly wrong: Words }

/** Reads `24/11/2020`, `24-11-2020`, `24 11 2020`, `24112020`, `ngày 24 tháng 11 năm 2020`, `2020-11-24`, and less if less will do. */
export function readDate(typed: string, precision: Precision): DateRead {
  const parts = partsOf(typed.normalize('NFKC').toLowerCase())
  if (parts === undefined) return { wrong: example[precision] }
  const { day, month, year } = parts
  if (year.length !== 4) return { wrong: fullYear }
  if (month !== undefined && (month < 1 || month > 12)) return { wrong: noMonth(month) }
  const pad = (part: number | undefined) => (part === undefined ? '' : `-${String(part).padStart(2, '0')}`)
  const date = `${year}${pad(month)}${pad(day)}`
  if (precisionOf(date) === undefined)
    return { wrong: day === undefined || month === undefined ? fullYear : noDay(day, month, year) }
  if (precision !== 'any' && precisionOf(date) !== precision) return { wrong: example[precision] }
  return { date }
}

interface Parts {
  readonly day?: number
  readonly month?: number
  readonly year: string
}

function partsOf(text: string): Parts | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (iso !== null) return toParts(iso[3], iso[2], iso[1])
  const joined = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (joined !== null) return toParts(joined[1], joined[2], joined[3])
  const numbers = text
    .replace(/ngày|tháng|năm/g, ' ')
    .split(/[\s/.,-]+/)
    .filter((part) => part !== '')
  if (numbers.length === 0 || numbers.length > 3 || !numbers.every((part) => /^\d{1,4}$/.test(part))) return undefined
  return toParts(numbers.at(-3), numbers.at(-2), numbers.at(-1))
}

function toParts(day: string | undefined, month: string | undefined, year: string | undefined): Parts {
  return {
    year: year ?? '',
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

/** `1968-08-14` → `14/08/1968`, `1968-08` → `08/1968`. */
export const showKnownDate = (date: string): string => date.split('-').reverse().join('/')

/** What a stored date is called: a day, or less if no more is known. */
export const nounOf = (date: string): Words => nouns[precisionOf(date) ?? 'day']

const nouns = {
  day: { vi: 'ngày', en: 'date' },
  month: { vi: 'tháng', en: 'month' },
  year: { vi: 'năm', en: 'year' },
} as const

const example: Record<Precision, Words> = {
  day: { vi: 'Ghi đủ ngày, tháng, năm, ví dụ 24/11/2020.', en: 'Write day, month and year, such as 24/11/2020.' },
  month: { vi: 'Ghi tháng và năm, ví dụ 11/2020.', en: 'Write month and year, such as 11/2020.' },
  year: { vi: 'Ghi năm đủ 4 chữ số, ví dụ 2020.', en: 'Write the year in 4 digits, such as 2020.' },
  any: {
    vi: 'Ghi ngày như 24/11/2020; chỉ biết năm thì ghi năm, ví dụ 1945.',
    en: 'Write the date like 24/11/2020; if only the year is known, write that, such as 1945.',
  },
}
const fullYear: Words = { vi: 'Ghi năm đủ 4 chữ số, ví dụ 1968.', en: 'Write the year in 4 digits, such as 1968.' }
const noMonth = (month: number): Words => ({
  vi: `Không có tháng ${month}. Ghi ngày trước, tháng sau, ví dụ 24/11/2020.`,
  en: `There is no month ${month}. Day first, then month, such as 24/11/2020.`,
})
const noDay = (day: number, month: number, year: string): Words => ({
  vi: `Tháng ${month}/${year} không có ngày ${day}. Xem lại ngày.`,
  en: `There is no day ${day} in ${month}/${year}. Check the day.`,
})
