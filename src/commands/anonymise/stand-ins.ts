import { createHmac } from 'node:crypto'
import { names } from '../../demo/names.ts'

/**
 * What stands in the place of personal data: the same for the same value wherever it stands, so that what belonged together still
 * does; not to be undone without the key, which nobody keeps.
 */
export interface StandIns {
  /** Of a person. Every one bears the word `madeUpWord`, so that it is nobody's and is seen to be made up. */
  name(value: string): string
  /** Of an enterprise or a private body. */
  enterprise(value: string): string
  /** A number of the same length, whose first `kept` digits stay; no two numbers get the same, none gets itself. */
  number(value: string, kept: number): string
  /** Of a citizen: province, century, sex and year stay, so that it fits to the person. */
  personalId(value: string): string
  phone(value: string): string
  /** The last four digits of a phone: of `phone` of the whole one. */
  lastDigits(value: string): string
  email(value: string): string
  /** A name to sign in with that is no number. */
  login(value: string): string
  /** A day of the same year. */
  day(value: string): string
  /** Words that somebody typed. */
  text(value: string): string
  /** A house or hamlet. */
  place(value: string): string
  /** Of what is only compared, such as a code of another system: as long as a UUID. */
  code(value: string): string
}

/** A middle name that nobody bears: "sample". */
export const madeUpWord = 'Mẫu'

const typed = 'Nội dung đã được thay khi làm bản sao để thử'

/** Made by a key of 32 bytes. */
export function createStandIns(key: Uint8Array): StandIns {
  const hash = (kind: string, value: string) => createHmac('sha256', key).update(`${kind}\0${value}`).digest()
  const draw = (kind: string, value: string, below: number) => hash(kind, value).readUIntBE(0, 6) % below
  const pick = (kind: string, value: string, from: readonly string[]) => from[draw(kind, value, from.length)] as string
  const surnames = names.surnames.map(([name]) => name)
  const givenNames = [...names.given.male, ...names.given.female]
  // Written with other spaces, or in capitals, it is the same name.
  const plain = (value: string) => value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

  /** The keyed order of numbers of so many digits: two halves change each other in turn (Feistel), which can be undone. */
  const mix = (digits: string, about: string, isBack = false): string => {
    const size = digits.length
    const half = Math.floor(size / 2)
    let [left, right] = [digits.slice(0, half), digits.slice(half)]
    const rounds = [0, 1, 2, 3, 4, 5, 6, 7]
    for (const round of isBack ? rounds.toReversed() : rounds) {
      const isLeft = round % 2 === 0
      const [changed, by] = isLeft ? [left, right] : [right, left]
      const below = 10 ** changed.length
      const step = draw(`mix ${about} ${size} ${round}`, by, below)
      const value = (Number(changed || '0') + (isBack ? below - step : step)) % below
      const text = changed === '' ? '' : String(value).padStart(changed.length, '0')
      if (isLeft) left = text
      else right = text
    }
    return left + right
  }
  // The next one in the keyed order: the last is followed by the first, so nothing stays where it is and no two meet.
  const shift = (digits: string, about: string): string => {
    if (digits === '') return ''
    const at = Number(mix(digits, about))
    const next = (at + 1) % 10 ** digits.length
    return mix(String(next).padStart(digits.length, '0'), about, true)
  }

  const ins: StandIns = {
    name: (value) => {
      const of = plain(value)
      return `${pick('surname', of, surnames)} ${madeUpWord} ${pick('middle', of, givenNames)} ${pick('given', of, givenNames)}`
    },
    enterprise: (value) => `Công ty TNHH ${madeUpWord} ${hash('enterprise', plain(value)).readUInt32BE(0) % 1_000_000}`,
    number: (value, kept) => {
      const digits = value.replace(/\D/g, '')
      // Beyond 15 digits numbers are no longer exact.
      const head = digits.slice(0, Math.max(kept, digits.length - 15))
      return head + shift(digits.slice(head.length), head)
    },
    personalId: (value) => (value.length === 12 ? ins.number(value, 6) : ins.number(value, 3)),
    phone: (value) => {
      const digits = value.replace(/\D/g, '')
      // The last four by themselves: they are asked for where a dossier is looked up.
      const middle = digits.slice(3, -4)
      return digits.slice(0, 3) + shift(middle, 'phone') + ins.lastDigits(digits.slice(-4))
    },
    lastDigits: (value) => shift(value, 'last'),
    email: (value) => `u${hash('email', plain(value)).toString('hex').slice(0, 16)}@example.invalid`,
    login: (value) => `tk-${hash('login', value).toString('hex').slice(0, 16)}`,
    day: (value) => `${value.slice(0, 5)}${two(1 + draw('month', value, 12))}-${two(1 + draw('day', value, 28))}`,
    text: (value) => (value === '' ? '' : `${typed} (${hash('text', value).toString('hex').slice(0, 8)}).`),
    place: (value) => (value === '' ? '' : `Thôn ${madeUpWord} ${1 + draw('place', plain(value), 9999)}`),
    code: (value) => hash('code', value).toString('hex').slice(0, 32),
  }
  return ins
}

const two = (value: number) => String(value).padStart(2, '0')
