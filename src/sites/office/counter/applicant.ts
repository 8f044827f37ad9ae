import { showDate } from '#values/show-time.ts'
import { Phone } from '#values/phone.ts'
import type { ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { communeLabel, prefill, type Answers, type Lookups } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { noApplicant, readBirthDate, type ApplicantTyped } from './read-card.ts'

/** Fields of the applicant are posted beside those of the form: the dash keeps them apart, no field of a form has one. */
export const applicantName = (part: keyof ApplicantTyped): string => `nguoi-nop.${part}`

export type Found = Awaited<ReturnType<Client['services']['findApplicant']>>
export type Applicant = Parameters<Client['services']['receiveAtCounter']>[0]['applicant']

/** What is known of a person, as it stands in the fields. */
export function typedOf(found: NonNullable<Found>, lookups: Lookups): Partial<ApplicantTyped> {
  const { residence } = found
  const commune = residence === undefined ? undefined : lookups.communes?.find(residence.commune, lookups.today)
  return {
    ...(found.fullName !== undefined && { fullName: found.fullName }),
    ...(found.birthDate !== undefined && { birthDate: showDate(found.birthDate) }),
    ...(found.sex !== undefined && { sex: found.sex }),
    ...(found.phone !== undefined && { phone: found.phone }),
    ...(found.email !== undefined && { email: found.email }),
    ...(residence !== undefined && {
      commune: commune === undefined ? residence.commune : communeLabel(commune),
      detail: residence.detail,
    }),
  }
}

/** The card and what is known together: the card is newer for name and birth, the record knows phone and mail. */
export const joined = (known: Partial<ApplicantTyped>, card: Partial<ApplicantTyped>): ApplicantTyped => ({
  ...noApplicant,
  ...known,
  ...withoutEmpty(card),
})

const withoutEmpty = (typed: Partial<ApplicantTyped>) =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))

/** Answers of the form that are about whoever files. */
export function answersAbout(form: Form, typed: ApplicantTyped, lookups: Lookups): Answers {
  const commune = communeCode(typed.commune, lookups)
  const birthDate = readBirthDate(typed.birthDate)
  const person = {
    fullName: typed.fullName || undefined,
    birthDate,
    sex: typed.sex || undefined,
    personalId: typed.personalId || undefined,
    phone: typed.phone || undefined,
    email: typed.email || undefined,
    residence: commune === undefined ? undefined : { commune, detail: typed.detail },
  }
  return prefill(form, {
    person: Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
  })
}

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Answers with others laid over them, part by part: what only the form asks of a person stays. */
export const laidOver = (under: Tree, over: Tree): Tree => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([id, value]) => [
      id,
      isTree(value) && isTree(under[id]) ? laidOver(under[id], value) : value,
    ]),
  ),
})

/** A number without the spaces and dots that people write into it. */
export const digitsIn = (text: string): string => text.replace(/[\s.]/g, '')

export const typedIn = (post: URLSearchParams): ApplicantTyped => {
  const text = (part: keyof ApplicantTyped) => (post.get(applicantName(part)) ?? '').trim()
  return {
    personalId: digitsIn(text('personalId')),
    fullName: text('fullName'),
    birthDate: text('birthDate'),
    sex: text('sex'),
    phone: digitsIn(text('phone')),
    email: text('email'),
    commune: text('commune'),
    detail: text('detail'),
  }
}

const words = {
  name: { vi: 'Ghi đủ họ và tên', en: 'Write the full name' },
  id: { vi: 'Số định danh có 12 chữ số (CMND cũ: 9)', en: 'The personal number has 12 digits (old card: 9)' },
  birth: { vi: 'Ngày sinh ghi như 08/03/1984', en: 'Write the date like 08/03/1984' },
  phone: {
    vi: 'Điện thoại có 10 chữ số, bắt đầu bằng 03, 05, 07, 08, 09, máy bàn 02',
    en: '10 digits, beginning with 03, 05, 07, 08, 09, a land line with 02',
  },
  email: { vi: 'Thư điện tử chưa đúng', en: 'Not an e-mail address' },
  commune: {
    vi: 'Không thấy xã, phường này. Ghi xã, huyện, tỉnh và chọn trong danh sách',
    en: 'No such commune; choose from the list',
  },
} as const satisfies Record<string, Words>

type Basic = Pick<ApplicantTyped, 'fullName' | 'personalId' | 'birthDate' | 'phone'>

/** What is wrong with how somebody is written, by part. */
export function wrongParts({ fullName, personalId, birthDate, phone }: Basic): { part: keyof Basic; message: Words }[] {
  return [
    ...(fullName.length < 2 ? [{ part: 'fullName' as const, message: words.name }] : []),
    ...(/^(\d{9}|\d{12})$/.test(personalId) ? [] : [{ part: 'personalId' as const, message: words.id }]),
    ...(birthDate !== '' && readBirthDate(birthDate) === undefined
      ? [{ part: 'birthDate' as const, message: words.birth }]
      : []),
    ...(phone !== '' && !Phone.safeParse(phone).success ? [{ part: 'phone' as const, message: words.phone }] : []),
  ]
}

/** Somebody as the engine takes them, of what is written and can be read. */
export function readBasic({ fullName, personalId, birthDate, phone }: Basic) {
  const born = readBirthDate(birthDate)
  return {
    fullName,
    personalId,
    ...(born !== undefined && { birthDate: born }),
    ...(phone !== '' && { phone }),
  }
}

interface ReadApplicant {
  readonly applicant?: Applicant
  readonly places: ProblemPlace[]
}

/** The applicant as the engine takes it, and what is wrong by field. A commune of another province is asked of the directory. */
export async function readApplicant(typed: ApplicantTyped, lookups: Lookups, client: Client): Promise<ReadApplicant> {
  const isElsewhere = typed.commune !== '' && communeCode(typed.commune, lookups) === undefined
  return readApplicantHere(typed, lookups, isElsewhere ? await communeElsewhere(typed.commune, client) : undefined)
}

/** The same without asking anybody: `elsewhere` is the commune where the province has none that is called so. */
export function readApplicantHere(typed: ApplicantTyped, lookups: Lookups, elsewhere?: string): ReadApplicant {
  const places: ProblemPlace[] = []
  const wrong = (part: keyof ApplicantTyped, message: Words) => places.push({ path: applicantName(part), message })
  for (const { part, message } of wrongParts(typed)) wrong(part, message)
  if (typed.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email)) wrong('email', words.email)
  const commune = typed.commune === '' ? undefined : (communeCode(typed.commune, lookups) ?? elsewhere)
  if (typed.commune !== '' && commune === undefined) wrong('commune', words.commune)
  if (places.length > 0) return { places }
  return {
    places,
    applicant: {
      ...readBasic(typed),
      ...((typed.sex === 'male' || typed.sex === 'female') && { sex: typed.sex }),
      ...(typed.email !== '' && { email: typed.email }),
      ...(commune !== undefined && { residence: { commune, detail: typed.detail } }),
    },
  }
}

export function communeCode(text: string, lookups: Lookups): string | undefined {
  if (/^\d{5}$/.test(text)) return text
  const found = lookups.communes?.search(text, lookups.today) ?? []
  return found.length === 1 ? found[0]?.code : undefined
}

async function communeElsewhere(text: string, client: Client): Promise<string | undefined> {
  const [name = '', district = ''] = text.split(',').map((part) => part.trim())
  if (name === '') return undefined
  const found = (await client.directory.findAreas({ text: name.slice(0, 60) })).filter((area) => area.code.length === 5)
  const near =
    district === ''
      ? found
      : found.filter((area) => (area.parentName ?? '').toLowerCase().includes(district.toLowerCase()))
  return near.length === 1 ? near[0]?.code : undefined
}
