import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import { readBirthDate, readCard } from '../office/counter/read-card.ts'

/** Law on the Elderly 39/2009/QH12 art. 2: from full 60 years of age. */
const elderlyFromAge = 60

/** What a scanner at a kiosk read, as far as anything of it is kept: nothing of a card leaves the machine. */
export type Scanned =
  | { readonly kind: 'card'; readonly masked: string; readonly isElderly: boolean }
  | { readonly kind: 'slip'; readonly code: string }
  | { readonly kind: 'appointment'; readonly code: string }

/** Reads the code of an identity card, of an appointment, or of a receipt slip, which is an address that ends in the code of the dossier. */
export function readScan(text: string, now: Date): Scanned | undefined {
  const slip = /\/tra-cuu\/([\w.-]+)/.exec(text)?.[1]
  if (slip !== undefined) return { kind: 'slip', code: slip }
  const appointment = /^DL-\w{8}$/.exec(text.trim())?.[0]
  if (appointment !== undefined) return { kind: 'appointment', code: appointment }
  const card = text.includes('|') ? readCard(text) : undefined
  if (card === undefined) return undefined
  const born = readBirthDate(card.birthDate ?? '')
  return {
    kind: 'card',
    masked: mask(card.fullName ?? ''),
    isElderly: born !== undefined && isElderly(born, dateAt(now)),
  }
}

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
  return day <= today
}
