import type { ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { operandsOf } from '../field-types/computed/formula.ts'
import type { DateBound } from '../field-types/date/date.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import { personParts } from '../field-types/person/parts.ts'
import { profilePaths } from '../profile.ts'
import { look, notThere, wrongCondition, type CodeLists } from './conditions.ts'
import { findField, nearest, type Scope } from './scope.ts'
import { teach } from './words.ts'

/** What is wrong with one field, given the fields before it; rows are checked in their own level. */
export function wrongField(field: Field, path: string, scope: Scope, codeLists: CodeLists): ProblemPlace[] {
  const places: ProblemPlace[] = []
  const say = (at: string, ...messages: readonly Words[]) =>
    messages.forEach((message) => places.push({ path: `${path}.${at}`, message }))

  if (field.when !== undefined) say('when', ...wrongCondition(field.when, scope, codeLists))
  if (field.prefill !== undefined) say('prefill', ...wrongPrefill(field, field.prefill))
  if (field.type === 'date') {
    if (field.notBefore !== undefined) say('notBefore', ...wrongBound(field.notBefore, scope))
    if (field.notAfter !== undefined) say('notAfter', ...wrongBound(field.notAfter, scope))
  }
  if (field.type === 'person' && field.bornBy !== undefined) say('bornBy', ...wrongBound(field.bornBy, scope))
  if (field.type === 'money' && field.notBelow !== undefined)
    say('notBelow', ...wrongNumberPath(field.notBelow, scope, false))
  if ('asOf' in field && field.asOf !== undefined && field.asOf !== 'today')
    say('asOf', ...wrongDatePath(field.asOf, scope))
  if (field.type === 'choice') say('options', ...wrongOptions(field, codeLists))
  const type = typeOf(field)
  if (type.shape === 'record') say('type', ...type.parts(field).flatMap((part) => wrongListsOf(part, codeLists)))
  if (
    (field.type === 'person' || field.type === 'enterprise') &&
    Object.keys(field.parts ?? { all: true }).length === 0
  )
    say('parts', teach.noParts)
  if ('min' in field && 'max' in field && field.min !== undefined && field.max !== undefined && field.min > field.max) {
    say('min', teach.minAboveMax(field.min, field.max))
  }
  if (field.type === 'number' && isYear(field)) say('type', teach.yearAsNumber)
  if (field.type === 'computed') {
    const { numbers, dates, rows, choices } = operandsOf(field.formula)
    const sums = 'sum' in field.formula
    say('formula', ...numbers.flatMap((operand) => wrongNumberPath(operand, scope, sums)))
    say('formula', ...dates.flatMap((operand) => wrongDatePath(operand, scope)))
    say('formula', ...rows.flatMap((operand) => wrongRowsPath(operand, scope)))
    say('formula', ...choices.flatMap((operand) => wrongChoicePath(operand, scope)))
    if ('listed' in field.formula) say('formula', ...wrongListed(field.formula.listed, codeLists))
  }
  return places
}

/** Whole numbers without a unit that can only be years of our time. */
const isYear = ({ min, max, decimals, unit }: Field & { type: 'number' }): boolean =>
  decimals === undefined && unit === undefined && (min ?? 0) >= 1800 && (max ?? Infinity) <= 2300

function wrongPrefill(field: Field, path: string): Words[] {
  if (!profilePaths.includes(path)) return [teach.unknownPrefill(path, nearest(profilePaths, path))]
  const part = path.startsWith('person.')
    ? personParts[path.slice('person.'.length) as keyof typeof personParts]
    : undefined
  const type = part?.type ?? (path === 'enterprise.address' ? 'address' : path.includes('.') ? 'text' : path)
  return field.type === type ? [] : [teach.prefillKind(path, field.type)]
}

const wrongBound = (bound: DateBound, scope: Scope): Words[] =>
  typeof bound === 'object' && 'field' in bound ? wrongDatePath(bound.field, scope) : []

function wrongDatePath(path: string, scope: Scope): Words[] {
  if (path === 'today') return []
  const target = look(scope, path)
  if ('wrong' in target) return [target.wrong]
  const { field } = target
  const isDate = field.type === 'date' || (field.type === 'computed' && field.result === 'date')
  return isDate ? [] : [teach.wrongKind(path, field.type, { vi: 'một ngày', en: 'a date' })]
}

function wrongNumberPath(path: string, scope: Scope, columns: boolean): Words[] {
  const found = findField(scope.earlier, path)
  if (found === undefined) return [notThere(scope, path)]
  if (found.isColumn && !columns) return [teach.column(path)]
  const { field } = found
  const isNumber =
    field.type === 'number' || field.type === 'money' || (field.type === 'computed' && field.result !== 'date')
  return isNumber ? [] : [teach.wrongKind(path, field.type, { vi: 'một số', en: 'a number' })]
}

function wrongRowsPath(path: string, scope: Scope): Words[] {
  const target = look(scope, path)
  if ('wrong' in target) return [target.wrong]
  const rows = typeOf(target.field).shape === 'rows' || (target.field.type === 'choice' && target.field.many === true)
  return rows
    ? []
    : [
        teach.wrongKind(path, target.field.type, {
          vi: 'một nhóm, bảng hoặc câu chọn nhiều',
          en: 'a group, table or multiple choice',
        }),
      ]
}

function wrongChoicePath(path: string, scope: Scope): Words[] {
  const target = look(scope, path)
  if ('wrong' in target) return [target.wrong]
  const { field } = target
  const one = field.type === 'choice' && field.many !== true
  return one ? [] : [teach.wrongKind(path, field.type, { vi: 'một câu chọn một', en: 'a choice of one' })]
}

/** A list that formulas take numbers from has one for each entry. */
function wrongListed(
  { list: name, ...from }: { readonly list: string; readonly code?: string },
  codeLists: CodeLists,
): Words[] {
  if (codeLists === undefined) return []
  const list = Object.hasOwn(codeLists, name) ? codeLists[name] : undefined
  if (list === undefined) return [teach.unknownList(name, nearest(Object.keys(codeLists), name))]
  const bare = list.entries.filter((entry) => entry.value === undefined).map((entry) => entry.code)
  if (bare.length > 0) return [teach.noValue(name, bare)]
  const codes = [...new Set(list.entries.map((entry) => entry.code))]
  return from.code === undefined || codes.includes(from.code) ? [] : [teach.noOption(name, from.code, codes)]
}

function wrongOptions(field: Field & { type: 'choice' }, codeLists: CodeLists): Words[] {
  if ((field.options === undefined) === (field.codeList === undefined)) return [teach.optionsOrList]
  if (field.codeList !== undefined) {
    const known = codeLists === undefined || Object.hasOwn(codeLists, field.codeList)
    return known ? [] : [teach.unknownList(field.codeList, nearest(Object.keys(codeLists), field.codeList))]
  }
  const values = (field.options ?? []).map((option) => option.value)
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => teach.duplicate(value))
}

/** The code lists that a person or identity document needs. */
function wrongListsOf(part: Field, codeLists: CodeLists): Words[] {
  if (part.type === 'choice') return wrongOptions(part, codeLists)
  const type = typeOf(part)
  return type.shape === 'record' ? type.parts(part).flatMap((below) => wrongListsOf(below, codeLists)) : []
}
