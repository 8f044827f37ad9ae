import { z } from 'zod'
import { Phone } from '#values/phone.ts'
import { isPlainDate, type PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { directoryProblems } from '../contract/problems.ts'
import { staffingWords, type Staffing } from '../contract/quota.ts'
import { Code, OrganCode, TaxCode } from '../organization-shape.ts'
import { unitKindWords } from '../said-names.ts'
import { sheetColumns } from './columns.ts'
import type { GivenRow } from './read-file.ts'

export type UnitKind = keyof typeof unitKindWords

export interface GivenUnit {
  readonly kind: 'units'
  readonly unit: string
  readonly name: string
  readonly shortName: string | undefined
  readonly unitKind: UnitKind
  readonly parent: string | undefined
  readonly organCode: string | undefined
  readonly taxCode: string | undefined
  readonly from: PlainDate
}

export interface GivenPost {
  readonly kind: 'posts'
  readonly unit: string
  readonly function: string
  readonly title: string
  readonly count: number
  readonly staffing: Staffing
  readonly from: PlainDate
  /** The last day: so many of them end. */
  readonly until: PlainDate | undefined
}

export interface GivenPerson {
  readonly kind: 'people'
  readonly fullName: string
  readonly birthDate: PlainDate | undefined
  readonly personalId: string | undefined
  readonly login: string | undefined
  readonly unit: string
  readonly function: string
  /** Which of several posts with the function. */
  readonly title: string | undefined
  readonly appointment: 'regular' | 'acting' | 'secondment'
  readonly from: PlainDate
  /** The last day. */
  readonly until: PlainDate | undefined
  readonly decision: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
}

export type Understood = GivenUnit | GivenPost | GivenPerson

/** A function of posts, and by which words people may call it. */
export interface KnownFunction {
  readonly function: string
  /** The first is the one to write. */
  readonly names: readonly string[]
  /** Its rights reach farther than those of whoever sends the file. */
  readonly isBeyond: boolean
}

/** What a line means, or what is wrong with its cells, each fault with what to do about it. */
export function understandRow(row: GivenRow, functions: readonly KnownFunction[]): Understood | { faults: Words[] } {
  const faults: { at: number; words: Words }[] = []
  const cell = (key: string): string | undefined => row.cells[key]
  const columns: readonly { key: string; title: string }[] = sheetColumns[row.kind]
  const refuse = (key: string, vi: string, en: string): undefined => {
    const at = columns.findIndex((one) => one.key === key)
    const title = columns[at]?.title ?? key
    faults.push({ at, words: { vi: `${title}: ${vi}`, en: `${title}: ${en}` } })
  }
  const must = (key: string): string => cell(key) ?? refuse(key, 'chưa ghi, hãy điền', 'is empty, fill it in') ?? ''
  const fitting = (key: string, schema: z.ZodType<string>, vi: string, en: string): string | undefined => {
    const text = cell(key)
    if (text === undefined) return undefined
    const parsed = schema.safeParse(text)
    return parsed.success ? parsed.data : refuse(key, `“${text}” ${vi}`, `“${text}” ${en}`)
  }
  const day = (key: string): PlainDate | undefined => {
    const text = cell(key)
    return text === undefined
      ? undefined
      : (readDay(text) ??
          refuse(key, `“${text}” không phải ngày; ghi dạng 31/12/2026`, `“${text}” is no day; write it as 31/12/2026`))
  }
  const oneOf = <Value extends string>(key: string, known: readonly (readonly [Value, readonly string[]])[]) => {
    const text = must(key)
    if (text === '') return undefined
    const found = known.find(([, names]) => names.some((name) => fold(name) === fold(text)))
    const names = known.map(([, [name]]) => name).join(', ')
    return found?.[0] ?? refuse(key, `không có “${text}”; ghi một trong: ${names}`, `no “${text}”; one of: ${names}`)
  }
  const unit = (key: string): string | undefined =>
    fitting(key, Code, 'không phải mã: chữ in, số, dấu chấm, gạch nối', 'is no code: capitals, digits, dots, dashes')
  const start = (): PlainDate | undefined => (must('from') === '' ? undefined : day('from'))
  const span = () => {
    const [from, until] = [start(), day('to')]
    if (from !== undefined && until !== undefined && until < from)
      refuse('to', 'ngày cuối trước ngày đầu; xem lại hai ngày', 'the last day is before the first; check both')
    return { from, until }
  }
  const name = (key: string, most: number): string => {
    const text = must(key)
    if (text.length === 1 || text.length > most) refuse(key, `dài từ 2 đến ${most} chữ`, `2 to ${most} letters`)
    return text
  }
  const functionOf = () => {
    const key = oneOf(
      'function',
      functions.map((one) => [one.function, one.names] as const),
    )
    const { vi, en } = directoryProblems.rightsBeyond.message
    return functions.some((one) => one.function === key && one.isBeyond) ? refuse('function', vi, en) : key
  }

  const understood = ((): { readonly [Key in string]: unknown } => {
    must('unit')
    if (row.kind === 'units')
      return {
        unit: unit('unit'),
        name: name('name', 200),
        shortName: cell('shortName'),
        unitKind: oneOf(
          'kind',
          Object.entries(unitKindWords).map(([key, said]) => [key, [said.vi, said.en, key]] as const),
        ),
        parent: unit('parent'),
        organCode: fitting(
          'organCode',
          OrganCode,
          'phải là chữ in, số và dấu chấm, như H02.14',
          'must be capitals, digits and dots, such as H02.14',
        ),
        taxCode: fitting(
          'taxCode',
          TaxCode,
          'phải là 10 chữ số, hoặc thêm - và 3 chữ số',
          'must be ten digits, or with - and three more',
        ),
        from: start(),
      }
    if (row.kind === 'posts') {
      const key = functionOf()
      return {
        unit: unit('unit'),
        function: key,
        title: cell('title') ?? functions.find((one) => one.function === key)?.names[0],
        count: Number(
          fitting('count', Count, 'không phải số từ 1 đến 500', 'is no number from 1 to 500') ?? must('count'),
        ),
        staffing:
          cell('staffing') === undefined
            ? 'civil-servant'
            : oneOf(
                'staffing',
                Object.entries(staffingWords).map(([key, said]) => [key, [said.vi, said.en, key]] as const),
              ),
        ...span(),
      }
    }
    return {
      fullName: name('fullName', 100),
      birthDate: day('birthDate'),
      personalId: fitting(
        'personalId',
        PersonalId,
        'phải đủ 12 chữ số; ô kiểu Số làm mất số 0 đầu, hãy đặt ô kiểu Văn bản rồi ghi lại',
        'must have 12 digits; cells of numbers lose the first 0, make them text and write it again',
      ),
      login: fitting(
        'login',
        Login,
        'dài từ 3 đến 80 ký tự, không có dấu cách',
        'has 3 to 80 characters, no blanks',
      )?.toLowerCase(),
      unit: unit('unit'),
      function: functionOf(),
      title: cell('title'),
      appointment: cell('kind') === undefined ? 'regular' : oneOf('kind', appointmentKinds),
      ...span(),
      decision: fitting('decision', z.string().max(200), 'dài quá 200 ký tự', 'is longer than 200 characters'),
      phone: fitting(
        'phone',
        Phone,
        'phải đủ 10 chữ số, bắt đầu bằng 0; ô kiểu Số làm mất số 0 đầu',
        'must have 10 digits and begin with 0; cells of numbers lose it',
      ),
      email: fitting('email', z.email(), 'không phải địa chỉ thư', 'is no address'),
    }
  })()
  return faults.length > 0
    ? { faults: faults.sort((a, b) => a.at - b.at).map(({ words }) => words) }
    : ({ kind: row.kind, ...understood } as unknown as Understood)
}

const Count = z.string().regex(/^([1-9]\d?|[1-4]\d\d|500)$/)
const PersonalId = z.string().regex(/^\d{12}$/)
const Login = z.string().regex(/^\S{3,80}$/)

const appointmentKinds = [
  ['regular', ['Bổ nhiệm', 'Chính thức', 'Regular']],
  ['acting', ['Phụ trách', 'Quyền', 'Acting']],
  ['secondment', ['Biệt phái', 'Secondment']],
] as const

/** `31/12/2026`, `31-12-2026`, `31.12.2026` or `2026-12-31`. */
function readDay(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const date = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}
