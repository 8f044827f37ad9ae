import { isPlainDate } from '#values/plain-date.ts'

/** What the applicant's fields hold, as they are typed; dates as `08/03/1984`. */
export interface ApplicantTyped {
  readonly personalId: string
  readonly fullName: string
  readonly birthDate: string
  readonly sex: string
  readonly phone: string
  readonly email: string
  readonly commune: string
  readonly detail: string
}

export const noApplicant: ApplicantTyped = {
  personalId: '',
  fullName: '',
  birthDate: '',
  sex: '',
  phone: '',
  email: '',
  commune: '',
  detail: '',
}

/**
 * Reads what a scanner types for the code of an identity card, `id|old id|name|ddmmyyyy|sex|address|ddmmyyyy issued`, or a bare
 * number of 9 or 12 digits. Undefined for anything else.
 */
export function readCard(text: string): (Partial<ApplicantTyped> & { personalId: string }) | undefined {
  const parts = text
    .normalize('NFC')
    .trim()
    .split('|')
    .map((part) => part.trim())
  const personalId = (parts[0] ?? '').replace(/[\s.]/g, '')
  if (!/^(\d{9}|\d{12})$/.test(personalId)) return undefined
  if (parts.length < 6) return { personalId }
  const [, , fullName = '', born = '', sex = '', address = ''] = parts
  const lines = address
    .split(',')
    .map((line) => line.trim())
    .filter(Boolean)
  // The last three are commune, district, province; before them stand hamlet and street.
  const cut = lines.length >= 3 ? lines.length - 3 : lines.length
  return {
    personalId,
    fullName,
    birthDate: showBoxes(born),
    sex: /^nam$/i.test(sex) ? 'male' : /^nữ$/i.test(sex) ? 'female' : '',
    commune: lines.slice(cut).join(', '),
    detail: lines.slice(0, cut).join(', '),
  }
}

/**
 * Whether a key ends what a scanner typed into a field: Enter, which is kept from sending the form, or Tab after the code of a card. Whoever only walks on
 * with Tab has typed a number.
 */
export function isEndOfScan(event: { readonly key: string; preventDefault(): void }, text: string): boolean {
  if (event.key === 'Enter') event.preventDefault()
  return event.key === 'Enter' || (event.key === 'Tab' && text.includes('|'))
}

type OnCard = Pick<ApplicantTyped, 'personalId' | 'fullName' | 'birthDate'>

/**
 * For the fields of somebody: a scanner types the whole code of a card into the number and ends with Enter, which must not send the
 * form, or with Tab. What the card does not say stays as it was typed.
 */
export const onScan =
  (typed: OnCard, onRead: (card: OnCard) => void) =>
  (event: { readonly key: string; preventDefault(): void }): void => {
    if (!isEndOfScan(event, typed.personalId)) return
    const card = readCard(typed.personalId)
    if (card === undefined) return
    const { personalId, fullName = typed.fullName, birthDate = typed.birthDate } = card
    onRead({ personalId, fullName, birthDate })
  }

const showBoxes = (digits: string): string =>
  /^\d{8}$/.test(digits) ? `${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}` : ''

/** `8/3/1984` or `08031984` → `1984-03-08`; undefined for what is no date. */
export function readBirthDate(text: string) {
  const digits = text.trim()
  const [day = '', month = '', year = ''] = /^\d{8}$/.test(digits)
    ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
    : digits.split(/[/.-]/)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}
