import type { Json } from '#values/layers.ts'
import type { Field } from '#engines/forms/declare.ts'
import { questionAt, type AskedQuestion } from './asked-questions.ts'
import { option } from './control.ts'
import { asTyped, numberTyped } from './number-typed.ts'

/** One line of a condition as it is asked for on screen; of several values `value` has commas between. */
export interface ConditionRow {
  readonly field: string
  readonly op: string
  readonly value: string
}

export type Join = 'all' | 'any' | 'not-all' | 'none'

/** Lines and groups of which all, any, not all or none hold. */
export interface ConditionGroup {
  readonly join: Join
  readonly parts: readonly ConditionNode[]
}

export type ConditionNode = ConditionRow | ConditionGroup

type Questions = readonly AskedQuestion[]

export const isGroup = (node: ConditionNode): node is ConditionGroup => 'join' in node

export const emptyRow: ConditionRow = { field: '', op: 'is', value: '' }

export const operators = [
  option('is', 'là', 'is'),
  option('not', 'khác', 'is not'),
  option('in', 'là một trong', 'is one of'),
  option('atLeast', 'từ', 'is at least'),
  option('below', 'nhỏ hơn, trước', 'is below'),
  option('given', 'có trả lời', 'is answered'),
  option('missing', 'không trả lời', 'is not answered'),
]

export const joins = [
  option('all', 'đúng tất cả', 'all hold'),
  option('any', 'đúng ít nhất một', 'any holds'),
  option('not-all', 'có dòng không đúng', 'not all hold'),
  option('none', 'không dòng nào đúng', 'none holds'),
]

/**
 * A condition as it is asked for: always a group, of one line where it says one thing, of none where it says nothing. It may be half
 * written; what is no condition at all is left out.
 */
export function conditionTree(condition: Json | undefined): ConditionGroup {
  const node = nodeOf(condition)
  if (node === undefined) return { join: 'all', parts: [] }
  return isGroup(node) ? node : { join: 'all', parts: [node] }
}

function nodeOf(condition: Json | undefined): ConditionNode | undefined {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return undefined
  const said = condition as Partial<Record<string, Json>>
  for (const join of ['all', 'any'] as const) {
    const parts = said[join]
    if (Array.isArray(parts)) return { join, parts: parts.map(nodeOf).filter((part) => part !== undefined) }
  }
  return said['not'] === undefined ? rowOf(said) : negated(nodeOf(said['not']))
}

function negated(node: ConditionNode | undefined): ConditionNode | undefined {
  if (node === undefined) return undefined
  if (isGroup(node)) {
    if (node.join === 'all') return { ...node, join: 'not-all' }
    if (node.join === 'any') return { ...node, join: 'none' }
  } else if (node.op === 'is') return { ...node, op: 'not' }
  return { join: 'none', parts: [node] }
}

function rowOf({ field, ...said }: Partial<Record<string, Json>>): ConditionRow | undefined {
  if (typeof field !== 'string') return undefined
  if (said['given'] !== undefined) return { field, op: said['given'] === true ? 'given' : 'missing', value: '' }
  if (Array.isArray(said['in'])) return { field, op: 'in', value: said['in'].map(String).join(', ') }
  const op = (['is', 'atLeast', 'below'] as const).find((one) => said[one] !== undefined) ?? 'is'
  return { field, op, value: said[op] === undefined ? '' : asTyped(said[op]) }
}

/** Without the lines that name no question. Groups stay, also empty ones: the check says that something is missing in them. */
export const withoutBlanks = ({ join, parts }: ConditionGroup): ConditionGroup => ({
  join,
  parts: parts
    .filter((part) => isGroup(part) || part.field !== '')
    .map((part) => (isGroup(part) ? withoutBlanks(part) : part)),
})

/** Whether two trees say the same line by line; the values of one line have no order. */
export const isSameTree = (one: ConditionGroup, other: ConditionGroup): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))

const ordered = (node: ConditionNode): ConditionNode =>
  isGroup(node)
    ? { join: node.join, parts: node.parts.map(ordered) }
    : node.op === 'in'
      ? { ...node, value: valuesIn(node.value).toSorted().join() }
      : node

/**
 * The condition that is asked for, values of the kind that their questions have; undefined without a line. One that says the same as
 * the one that stands is that one, however it is written.
 */
export function conditionOf(group: ConditionGroup, questions: Questions, said?: Json): Json | undefined {
  const asked = withoutBlanks(group)
  if (said !== undefined && isSameTree(conditionTree(said), asked)) return said
  const [first] = asked.parts
  if (first === undefined) return undefined
  const isSingle = asked.parts.length === 1 && !isGroup(first) && (asked.join === 'all' || asked.join === 'any')
  return isSingle ? leafOf(first, questions) : groupOf(asked, questions)
}

function groupOf({ join, parts }: ConditionGroup, questions: Questions): Json {
  const said = parts.map((part) => (isGroup(part) ? groupOf(part, questions) : leafOf(part, questions)))
  if (join === 'not-all') return { not: { all: said } }
  return join === 'none' ? { not: { any: said } } : { [join]: said }
}

function leafOf({ field, op, value }: ConditionRow, questions: Questions): Json {
  const scalar = (text: string): Json => scalarOf(text.trim(), questionAt(questions, field))
  if (op === 'given' || op === 'missing') return { field, given: op === 'given' }
  if (op === 'in') return { field, in: valuesIn(value).map(scalar) }
  if (op === 'not') return { not: { field, is: scalar(value) } }
  if (op === 'atLeast' || op === 'below') return { field, [op]: scalar(value) }
  return { field, is: scalar(value) }
}

/** The values of a line that has several. */
export const valuesIn = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function scalarOf(text: string, field: Field | undefined): Json {
  if (field?.type === 'yes-no') return text === '' ? '' : text === 'true'
  const isNumber = field?.type === 'number' || field?.type === 'money' || field?.type === 'computed'
  return isNumber ? (numberTyped(text) ?? '') : text
}
