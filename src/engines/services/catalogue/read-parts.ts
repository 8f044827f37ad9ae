import { fold, tidy } from '#values/text.ts'
import type { AnnouncedProcedure, SetAside } from './announced-procedure.ts'
import { LawNumber } from '../procedure/facts.ts'

type Limit = AnnouncedProcedure['timeLimits'][number]
type Subject = AnnouncedProcedure['subjects'][number]

/**
 * A time limit out of text: `05 ngày làm việc`, `Trong ngày`, `30 ngày`. Undefined for what names none, several, or another unit:
 * a limit is never guessed.
 */
export function readLimit(text: string): Limit | undefined {
  // What comes after three o'clock is ready the next day: no limit of its own.
  const folded = fold(text).replace(/sau \d+ gio/g, '')
  const found = [
    ...folded.matchAll(/(?<!\d)(\d+)\s*(?:\([^)]{0,80}\)\s*)?(ngay lam viec|gio lam viec|ngay|gio|thang)/g),
  ]
  const isWithinDay = /^(ngay )?trong ngay\b/.test(folded)
  if (isWithinDay) return found.length === 0 ? { amount: 1, unit: 'within-day' } : undefined
  const distinct = new Map(
    found.map(([, amount, unit]) => [`${Number(amount)} ${unit}`, limitOf(Number(amount), unit!)]),
  )
  const [only] = distinct.values()
  return distinct.size === 1 ? only : undefined
}

/** Of a number and the unit a source gives it; undefined for units that the calendar does not count by. */
export function limitOf(amount: number, unit: string | null): Limit | undefined {
  const known = units[unit ?? '']
  if (known === undefined || !Number.isInteger(amount) || amount < 0 || amount > 10_000) return undefined
  if (amount === 0) return known === 'working-day' ? { amount: 1, unit: 'within-day' } : undefined
  return { amount, unit: known }
}

const units: Readonly<Record<string, Limit['unit']>> = {
  'working-day': 'working-day',
  day: 'calendar-day',
  hour: 'working-hour',
  'ngay lam viec': 'working-day',
  ngay: 'calendar-day',
  'gio lam viec': 'working-hour',
  gio: 'working-hour',
}

const subjectsByWord: readonly [RegExp, Subject][] = [
  [/ca nhan|cong dan|nguoi nuoc ngoai|nguoi viet nam|ho gia dinh|chu ho/, 'citizen'],
  [/doanh nghiep|thuong nhan/, 'enterprise'],
  [/ho kinh doanh/, 'household'],
  [/to chuc|hop tac xa|co quan|don vi|co so/, 'organization'],
  [/can bo|cong chuc|vien chuc|dang vien/, 'official'],
]

/** For whom it is, out of text; `không bao gồm doanh nghiệp` names nobody. */
export function readSubjects(texts: readonly string[]): Subject[] {
  const folded = texts.map((text) => fold(text).replace(/\(?khong bao gom[^)]*\)?/g, ''))
  return subjectsByWord.filter(([word]) => folded.some((text) => word.test(text))).map(([, subject]) => subject)
}

const unnumbered = { vi: 'Căn cứ này không đúng dạng số hiệu', en: 'This is not the number of a document' }
const glued = { vi: 'Số hiệu dính thêm chữ, đã có số hiệu đúng bên cạnh', en: 'Letters of the next word stick to it' }

/** The numbers of laws of a record; what is not one is set aside, as well as one that is another with a letter stuck to it. */
export function readLaws(said: readonly string[]): { legalBasis: string[]; setAside: SetAside[] } {
  const given = [...new Set(said.map(tidy))].filter((one) => one !== '')
  const isGlued = (one: string) => given.some((other) => one !== other && one.startsWith(other))
  const isNumber = (one: string) => LawNumber.safeParse(one).success
  return {
    legalBasis: given.filter((one) => isNumber(one) && !isGlued(one)),
    setAside: [
      ...given.filter((one) => !isNumber(one)).map((raw) => ({ raw, why: unnumbered })),
      ...given.filter((one) => isNumber(one) && isGlued(one)).map((raw) => ({ raw, why: glued })),
    ],
  }
}

/** Sought where a row of them begins only: from each of its marks, a long row would be read again and again. */
const endMarks = /(?<![;,.])[;,.]+$/

const longestPaper = 600
const tooLong = { vi: 'Nhiều giấy tờ dính làm một, phải tách', en: 'Several papers run together' }

/** The names of papers, each once; what is too long to be the name of one paper is set aside. */
export function readPapers(said: readonly string[]): { papers: string[]; setAside: SetAside[] } {
  const given = [
    ...new Set(
      said.map((one) =>
        tidy(one)
          .replace(/^[-+*•]\s*/, '')
          .replace(endMarks, ''),
      ),
    ),
  ]
  return {
    papers: given.filter((one) => one !== '' && one.length <= longestPaper),
    setAside: given.filter((one) => one.length > longestPaper).map((raw) => ({ raw, why: tooLong })),
  }
}

/** Text of several lines without what a web page left at their ends. */
export const readText = (text: string): string =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => tidy(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** `Thủ tục cấp …` is called `Cấp …` elsewhere. */
export function readName(text: string): string {
  const name = tidy(text)
    .replace(/^Thủ tục\s*:?\s+(?=\p{L})/u, '')
    .replace(endMarks, '')
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

const tiersByWord: readonly [RegExp, string][] = [
  [/\b(cap xa|xa, phuong|ubnd xa|uy ban nhan dan xa|nhan dan xa|cong an xa|nha nuoc cap xa)\b/, 'commune'],
  [/\b(cap huyen|huyen, thanh pho|ubnd huyen|uy ban nhan dan huyen|nhan dan huyen|^phong)\b/, 'district'],
  [/\b(^so|so [a-z]+|cap tinh|ubnd tinh|uy ban nhan dan tinh|nhan dan tinh|cong an tinh)\b/, 'province'],
]

/** The tiers of the bodies that a text names. */
export function readTiers(text: string): string[] {
  const folded = fold(text).replace(/uy ban nhan dan|uỷ ban nhan dan/g, 'uy ban nhan dan')
  return tiersByWord.filter(([word]) => word.test(folded)).map(([, tier]) => tier)
}
