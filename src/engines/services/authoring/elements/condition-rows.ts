import type { Condition } from '#values/condition.ts'
import type { Json } from '#values/layers.ts'
import type { Field, Form } from '#engines/forms/declare.ts'
import { option } from './control.ts'

/** One line of a condition as it is asked for on screen. */
export interface ConditionRow {
  readonly field: string
  readonly op: string
  readonly value: string
}

export interface ConditionRows {
  readonly join: 'all' | 'any'
  readonly rows: readonly ConditionRow[]
}

export const operators = [
  option('is', 'là', 'is'),
  option('not', 'khác', 'is not'),
  option('in', 'là một trong (cách nhau dấu phẩy)', 'is one of (comma between)'),
  option('atLeast', 'từ', 'is at least'),
  option('below', 'nhỏ hơn, trước', 'is below'),
  option('given', 'có trả lời', 'is answered'),
  option('missing', 'không trả lời', 'is not answered'),
]

export const joins = [option('all', 'đúng tất cả', 'all hold'), option('any', 'đúng ít nhất một', 'any holds')]

/** A condition line by line; undefined for one that is nested deeper than lines can say. */
export function conditionRows(condition: Condition): ConditionRows | undefined {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const rows = parts.map(rowOf)
  return rows.every((row) => row !== undefined) ? { join: 'any' in condition ? 'any' : 'all', rows } : undefined
}

function rowOf(condition: Condition): ConditionRow | undefined {
  if ('not' in condition) {
    const inner = rowOf(condition.not)
    return inner?.op === 'is' ? { ...inner, op: 'not' } : undefined
  }
  if (!('field' in condition)) return undefined
  const { field } = condition
  if ('is' in condition) return { field, op: 'is', value: String(condition.is) }
  if ('in' in condition) return { field, op: 'in', value: condition.in.map(String).join(', ') }
  if ('given' in condition) return { field, op: condition.given ? 'given' : 'missing', value: '' }
  if ('atLeast' in condition) return { field, op: 'atLeast', value: String(condition.atLeast) }
  return { field, op: 'below', value: String(condition.below) }
}

/** The condition that lines say, values of the kind that their questions have; undefined without a line. */
export function conditionOf({ join, rows }: ConditionRows, form: Form | undefined): Json | undefined {
  const said = rows.filter(({ field }) => field !== '').map((row) => leafOf(row, form))
  if (said.length <= 1) return said[0]
  return { [join]: said }
}

function leafOf({ field, op, value }: ConditionRow, form: Form | undefined): Json {
  const scalar = (text: string): Json => scalarOf(text.trim(), askedBy(field, form))
  if (op === 'given' || op === 'missing') return { field, given: op === 'given' }
  if (op === 'in') return { field, in: value.split(',').map(scalar) }
  if (op === 'not') return { not: { field, is: scalar(value) } }
  if (op === 'atLeast' || op === 'below') return { field, [op]: scalar(value) }
  return { field, is: scalar(value) }
}

function scalarOf(text: string, field: Field | undefined): Json {
  if (field?.type === 'yes-no') return text === 'true'
  const isNumber = field?.type === 'number' || field?.type === 'money' || field?.type === 'computed'
  return isNumber && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** The question that a condition looks at, named with or without `answers.`. */
export function askedBy(name: string, form: Form | undefined): Field | undefined {
  const id = name.startsWith('answers.') ? name.slice('answers.'.length) : name
  const pages = Array.isArray(form?.pages) ? form.pages : []
  return pages.flatMap((page) => (Array.isArray(page.fields) ? page.fields : [])).find((field) => field.id === id)
}
