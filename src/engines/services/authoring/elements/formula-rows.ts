import type { Json } from '#values/layers.ts'
import { readAt } from '../edit-declaration.ts'
import { option } from './control.ts'
import { asTyped, numberTyped } from './number-typed.ts'

/** A term of a sum, difference or product: a question, or a number of its own. */
export interface FormulaTerm {
  readonly field: string
  readonly number: string
}

/** A calculation as it is asked for on screen; each kind uses some of it. */
export interface FormulaRows {
  readonly kind: string
  readonly terms: readonly FormulaTerm[]
  /** The rows that are counted. */
  readonly rows: string
  /** The dates between which days are counted, from which an age is told, or to which days are added. */
  readonly from: string
  readonly to: string
  readonly inclusive: boolean
  readonly days: string
  /** An entry of a code list: by its code, or the one that an answer names, as it is on a day. */
  readonly list: string
  readonly code: string
  readonly chosen: string
}

export const formulaKinds = [
  option('sum', 'Tổng', 'Sum'),
  option('difference', 'Hiệu: số trước trừ số sau', 'Difference'),
  option('product', 'Tích', 'Product'),
  option('count', 'Đếm dòng của bảng, nhóm', 'Count of rows'),
  option('days', 'Số ngày giữa hai ngày', 'Days between two dates'),
  option('age', 'Tuổi vào một ngày', 'Age on a day'),
  option('plusDays', 'Ngày cộng thêm số ngày', 'A date plus days'),
  option('listed', 'Số ghi ở danh mục', 'A number of a code list'),
]

const nothing: FormulaRows = {
  kind: '',
  terms: [],
  rows: '',
  from: '',
  to: '',
  inclusive: false,
  days: '',
  list: '',
  code: '',
  chosen: '',
}

const termed = ['sum', 'difference', 'product']

/** What a calculation says, piece by piece, also while it is half written. */
export function formulaRows(formula: Json | undefined): FormulaRows {
  const kind = formulaKinds.find(({ value }) => formula !== undefined && readAt(formula, value) !== undefined)?.value
  if (formula === undefined || kind === undefined) return nothing
  const text = (key: string) => asTyped(readAt(formula, `${kind}.${key}`))
  const whole = readAt(formula, kind)
  if (termed.includes(kind)) return { ...nothing, kind, terms: (Array.isArray(whole) ? whole : []).map(termOf) }
  switch (kind) {
    case 'count':
      return { ...nothing, kind, rows: asTyped(whole) }
    case 'days':
      return {
        ...nothing,
        kind,
        from: text('from'),
        to: text('to'),
        inclusive: readAt(formula, 'days.inclusive') === true,
      }
    case 'age':
      return { ...nothing, kind, from: text('birth'), to: text('on') }
    case 'plusDays':
      return { ...nothing, kind, from: text('date'), days: text('days') }
    default:
      return { ...nothing, kind, list: text('list'), code: text('code'), chosen: text('chosen'), to: text('on') }
  }
}

const termOf = (term: Json): FormulaTerm =>
  typeof term === 'number' ? { field: '', number: asTyped(term) } : { field: asTyped(term), number: '' }

/** The calculation that the pieces say; what is not chosen yet stays empty, and the check names it. */
export function formulaOf({
  kind,
  terms,
  rows,
  from,
  to,
  inclusive,
  days,
  list,
  code,
  chosen,
}: FormulaRows): Json | undefined {
  if (kind === '') return undefined
  if (termed.includes(kind))
    return {
      [kind]: terms.flatMap(({ field, number }): Json[] => {
        const said = field !== '' ? field : numberTyped(number)
        return said === undefined ? [] : [said]
      }),
    }
  switch (kind) {
    case 'count':
      return { count: rows }
    case 'days':
      return { days: { from, to, ...(inclusive && { inclusive }) } }
    case 'age':
      return { age: { birth: from, on: to || 'today' } }
    case 'plusDays':
      return { plusDays: { date: from, days: numberTyped(days) ?? '' } }
    default:
      return { listed: { list, ...(chosen !== '' ? { chosen } : { code }), ...(to !== '' && { on: to }) } }
  }
}
