import type { Condition } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import type { CodeList } from '../code-lists.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import { findField, nearest, type Scope } from './scope.ts'
import { teach } from './words.ts'

export type CodeLists = Readonly<Record<string, CodeList>> | undefined

/** What is wrong with a condition: fields that are not there or not yet answered, values that the answer can never have. */
export function wrongCondition(condition: Condition, scope: Scope, codeLists: CodeLists): Words[] {
  if ('all' in condition) return condition.all.flatMap((part) => wrongCondition(part, scope, codeLists))
  if ('any' in condition) return condition.any.flatMap((part) => wrongCondition(part, scope, codeLists))
  if ('not' in condition) return wrongCondition(condition.not, scope, codeLists)
  const target = look(scope, condition.field)
  if ('wrong' in target) return [target.wrong]
  const { field } = target
  if ('is' in condition) return wrongValues(condition.field, field, [condition.is], codeLists)
  if ('in' in condition) return wrongValues(condition.field, field, condition.in, codeLists)
  if ('atLeast' in condition) return wrongBound(condition.field, field, condition.atLeast)
  if ('below' in condition) return wrongBound(condition.field, field, condition.below)
  return []
}

/** The earlier field at a path, or why it may not be looked at. */
export function look(scope: Scope, path: string): { field: Field } | { wrong: Words } {
  const found = findField(scope.earlier, path)
  if (found?.isColumn === true) return { wrong: teach.column(path) }
  return found ?? { wrong: notThere(scope, path) }
}

/** Why nothing earlier stands at a path. */
export function notThere(scope: Scope, path: string): Words {
  if (findField(scope.all, path) !== undefined) return teach.laterField(path)
  return teach.unknownField(path, nearest(scope.earlier.flat().flatMap(pathsIn), path))
}

function pathsIn(field: Field): string[] {
  const type = typeOf(field)
  return type.shape === 'record' ? [field.id, ...type.parts(field).map((part) => `${field.id}.${part.id}`)] : [field.id]
}

function wrongValues(
  path: string,
  field: Field,
  values: readonly (string | number | boolean)[],
  codeLists: CodeLists,
): Words[] {
  if (field.type === 'choice') {
    const options = optionCodes(field, codeLists)
    return options === undefined
      ? []
      : values
          .filter((value) => !options.includes(String(value)))
          .map((value) => teach.noOption(path, String(value), options))
  }
  const needed = kindOf(field)
  if (needed === undefined) return [teach.wrongKind(path, field.type, single)]
  return values.some((value) => typeof value !== needed.kind) ? [teach.wrongKind(path, field.type, needed.words)] : []
}

function wrongBound(path: string, field: Field, bound: number | string): Words[] {
  const kind = kindOf(field)?.kind
  const isDate = field.type === 'date' || (field.type === 'computed' && field.result === 'date')
  if (kind === 'number' || isDate)
    return typeof bound === kind ? [] : [teach.wrongKind(path, field.type, isDate ? aDate : aNumber)]
  return [teach.wrongKind(path, field.type, comparable)]
}

function optionCodes(field: Field & { type: 'choice' }, codeLists: CodeLists): string[] | undefined {
  if (field.options !== undefined) return field.options.map((option) => option.value)
  const list = field.codeList === undefined ? undefined : codeLists?.[field.codeList]
  return list?.entries.map((entry) => entry.code)
}

function kindOf(field: Field): { kind: 'string' | 'number' | 'boolean'; words: Words } | undefined {
  if (field.type === 'yes-no') return { kind: 'boolean', words: { vi: 'true hoặc false', en: 'true or false' } }
  if (field.type === 'number' || field.type === 'money') return { kind: 'number', words: aNumber }
  if (field.type === 'computed')
    return field.result === 'date' ? { kind: 'string', words: aDate } : { kind: 'number', words: aNumber }
  return typeOf(field).shape === 'leaf' ? { kind: 'string', words: { vi: 'một chữ', en: 'a text' } } : undefined
}

const aNumber: Words = { vi: 'một số', en: 'a number' }
const aDate: Words = { vi: 'một ngày dạng 2020-11-24', en: 'a date like 2020-11-24' }
const single: Words = {
  vi: 'một câu trả lời đơn, ví dụ một phần của nó',
  en: 'a single answer, such as one part of it',
}
const comparable: Words = { vi: 'số, tiền hoặc ngày', en: 'a number, money or date' }
