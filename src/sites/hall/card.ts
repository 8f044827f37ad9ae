import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import { readBirthDate, readCard } from '../office/counter/read-card.ts'

/** Law on the Elderly 39/2009/QH12 art. 2: from full 60 years of age. */
const elderlyFromAge = 60

/** No code of a card, a slip or an appointment is longer; a finger that rests on a scanner types more. */
export const longestScan = 600

/** Nobody is older: a year before is a misread digit. */
const oldestAge = 120

/** What a scanner at a kiosk read, as far as anything of it is kept: of a card neither number nor name. */
export type Scanned =
  | { readonly kind: 'card'; readonly masked: string; readonly isElderly: boolean }
  | { readonly kind: 'slip'; readonly code: string }
  | { readonly kind: 'appointment'; readonly code: string }

/** Reads the code of an identity card, of an appointment, or of a receipt slip, which is an address that ends in the code of the dossier. */
export function readScan(text: string, now: Date): Scanned | undefined {
  if (text.length > longestScan) return undefined
  const slip = /\/tra-cuu\/([\w.-]{1,40})(?![\w.-])/.exec(text)?.[1]
  if (slip !== undefined) return { kind: 'slip', code: slip }
  const appointment = /^DL-\w{8}$/.exec(text.trim())?.[0]
  if (appointment !== undefined) return { kind: 'appointment', code: appointment }
  const card = wholeCard(text)
  if (card === undefined) return undefined
  const born = readBirthDate(card.birthDate ?? '')
  return {
    kind: 'card',
    masked: mask(card.fullName),
    isElderly: born !== undefined && isElderly(born, dateAt(now)),
  }
}

/** The number on a card, for what is about whoever holds it out: it is sent, and kept nowhere. */
export const numberOnCard = (text: string): string | undefined => wholeCard(text)?.personalId

function wholeCard(text: string) {
  const card = text.length <= longestScan && text.includes('|') ? readCard(text) : undefined
  const fullName = card?.fullName ?? ''
  return card !== undefined && isName(fullName) ? { ...card, fullName } : undefined
}

/**
 * Letters with their marks, spaces and what stands in names; a garbled code has anything else. A scanner that knows no Vietnamese writes `?` where a letter
 * has a mark: of the name only first letters are said, so such a card is read.
 */
const isName = (text: string): boolean => text.length <= 100 && /^\p{L}[\p{L}\p{M}\s.'’?\ufffd-]*$/u.test(text)

/** `Thân Thị Bích Phượng` → `T*** T*** B*** P***`. */
const mask = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0)}***`)
    .join(' ')

function isElderly(born: PlainDate, today: PlainDate): boolean {
  const year = Number(born.slice(0, 4)) + elderlyFromAge
  // Whoever was born on 29 February has their day on 1 March of other years.
  const day = born.endsWith('-02-29')
    ? addDays(`${year}-02-28` as PlainDate, 1)
    : (`${year}${born.slice(4)}` as PlainDate)
  return day <= today && Number(today.slice(0, 4)) - Number(born.slice(0, 4)) <= oldestAge
}
