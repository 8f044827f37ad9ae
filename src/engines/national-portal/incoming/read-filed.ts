import { createHash } from 'node:crypto'
import type { OutsideFiling } from '#engines/services/index.ts'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { tidy } from '#values/text.ts'
import type { Mapped, NationalForm, NationalProfile } from '../declare.ts'

type Fields = Readonly<Record<string, unknown>>

/** Something of what was filed there that has no place here, and why. */
export interface Unread {
  /** As it is called there, or the path of the place here that does not take it. */
  readonly field: string
  readonly value: string
  readonly why: string
  /** It was said there after the filing had become a dossier here. */
  readonly isLater?: boolean | undefined
}

export interface FiledFile {
  /** Always the same for the same file of the same dossier. */
  readonly id: string
  readonly name: string
  /** The paper here; undefined where the declaration knows none. */
  readonly paper: string | undefined
  readonly paperThere: string
  readonly address: string
}

/** A dossier that was filed there, in our terms. */
export interface ReadFiling extends Pick<OutsideFiling, 'applicant' | 'enterprise' | 'place' | 'answers'> {
  readonly files: readonly FiledFile[]
  readonly unread: readonly Unread[]
}

const noPlace = 'Không có chỗ trong mẫu của tỉnh'

/** Turns what was filed there into answers of the form here, by declaration; what it has no place for is listed, never lost. */
export function readFiled(
  code: string,
  raw: Fields,
  form: NationalForm | undefined,
  { filed }: NationalProfile,
): ReadFiling {
  const said = (name: string): string => textAt(raw, name)
  const used = new Set<string>()
  const answers: Record<string, unknown> = {}
  for (const [path, mapped] of Object.entries(form?.answers ?? {})) {
    const from = typeof mapped === 'string' ? mapped : mapped.from
    used.add(from)
    const value = turned(at(raw, from), mapped)
    if (value !== undefined) put(answers, path, value)
  }
  const own = raw[filed.answers]
  const unread: Unread[] = Object.entries(typeof own === 'object' && own !== null ? own : {})
    .filter(([name]) => !used.has(`${filed.answers}.${name}`))
    .map(([name, value]) => ({ field: name, value: showValue(value), why: noPlace }))
  const enterpriseCode = said(filed.enterpriseCode)
  const [birthSaid, birthDate] = [said(filed.birthDate), readDate(said(filed.birthDate))]
  if (birthSaid !== '' && birthDate === undefined)
    unread.push({ field: filed.birthDate, value: birthSaid.slice(0, 500), why: 'Không đọc được ngày' })
  return {
    applicant: {
      fullName: said(filed.fullName),
      personalId: said(filed.personalId),
      birthDate: birthDate ?? null,
      phone: said(filed.phone) || null,
      email: said(filed.email) || null,
    },
    enterprise:
      enterpriseCode === '' ? null : { code: enterpriseCode, name: said(filed.enterpriseName) || enterpriseCode },
    place: said(filed.place) || null,
    answers,
    files: listAt(raw, filed.files).map((file) => {
      const paperThere = textAt(file, filed.file.paper)
      const address = textAt(file, filed.file.address)
      return {
        id: idOf(code, address),
        name: textAt(file, filed.file.name) || 'tep',
        paper: form?.papers[paperThere],
        paperThere,
        address,
      }
    }),
    unread,
  }
}

function turned(value: unknown, mapped: Mapped): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof mapped === 'string') return value
  if ('rows' in mapped)
    return Array.isArray(value)
      ? value.map((row: Fields) =>
          Object.fromEntries(Object.entries(mapped.rows).map(([column, name]) => [column, row[name]])),
        )
      : undefined
  const known = (one: unknown): unknown => mapped.values?.[String(one)] ?? one
  return Array.isArray(value) ? value.map(known) : known(value)
}

const at = (raw: Fields, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Fields)[key] : undefined,
      raw,
    )

function put(answers: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() as string
  const holder = keys.reduce((level, key) => (level[key] ??= {}) as Record<string, unknown>, answers)
  holder[last] = value
}

function textAt(raw: Fields, path: string): string {
  const value = at(raw, path)
  return typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : ''
}

function listAt(raw: Fields, path: string): readonly Fields[] {
  const value = at(raw, path)
  return Array.isArray(value) ? (value as Fields[]) : []
}

/** A value of theirs as it is listed, at most so much of it. */
export const showValue = (value: unknown): string =>
  (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 500)

/** `14/08/1968`, `19680814`, with or without a time, and `1968-08-14`. */
function readDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  const written =
    day === undefined ? text.replace(/^(\d{4})(\d{2})(\d{2})(\d{6})?$/, '$1-$2-$3') : `${year}-${month}-${day}`
  return isPlainDate(written) ? written : undefined
}

/** A UUID that is made from what it names (version 8). */
function idOf(code: string, address: string): string {
  const hex = createHash('sha256').update(`${code}\n${address}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
