import { z } from 'zod'
import { isPlainDate, addDays, daysBetween, type PlainDate } from '#values/plain-date.ts'
import { findOption } from '../../code-lists.ts'
import { FieldPath } from '../base.ts'
import type { Scope } from '../field-type.ts'
import { isKnownDate } from '../date/read-date.ts'

/** A number, or the path of an earlier answer; `items.amount` means that column in every row of `items`. */
const Operand = z.union([z.number(), FieldPath])
const DateOperand = z.union([z.literal('today'), FieldPath])

/** The number of an entry of a code list on a date (today): of the entry `code`, or of the one that the answer `chosen` names. */
const listed = { list: z.string(), on: DateOperand.optional() }
const Listed = z.union([
  z.strictObject({ ...listed, code: z.string() }),
  z.strictObject({ ...listed, chosen: FieldPath }),
])

/** A calculation as data; nothing nests, longer ones go through computed fields that stand before. */
export const Formula = z.union([
  z.strictObject({ sum: z.array(Operand).min(1) }),
  z.strictObject({ difference: z.tuple([Operand, Operand]) }),
  z.strictObject({ product: z.array(Operand).min(2) }),
  z.strictObject({ count: FieldPath }),
  z.strictObject({
    days: z.strictObject({ from: DateOperand, to: DateOperand, inclusive: z.literal(true).optional() }),
  }),
  z.strictObject({ age: z.strictObject({ birth: FieldPath, on: DateOperand }) }),
  z.strictObject({ plusDays: z.strictObject({ date: DateOperand, days: z.number().int() }) }),
  z.strictObject({ listed: Listed }),
])
export type Formula = z.infer<typeof Formula>

/** The result of a formula: a number or a date; undefined while something it needs is missing. A sum takes what is there. */
export function evaluate(formula: Formula, scope: Scope): number | PlainDate | undefined {
  if ('sum' in formula) {
    const terms = formula.sum.flatMap((operand) => numbersAt(operand, scope))
    return terms.length === 0 ? undefined : terms.reduce((total, term) => total + term, 0)
  }
  if ('difference' in formula) {
    const [from, less] = formula.difference.map((operand) => only(numbersAt(operand, scope)))
    return from === undefined || less === undefined ? undefined : from - less
  }
  if ('product' in formula) {
    return formula.product
      .map((operand) => only(numbersAt(operand, scope)))
      .reduce((product, factor) => (product === undefined || factor === undefined ? undefined : product * factor))
  }
  if ('count' in formula) {
    const rows = valuesAt(scope.facts, formula.count.split('.'))[0]
    return Array.isArray(rows) ? rows.length : 0
  }
  if ('days' in formula) {
    const from = dateAt(formula.days.from, scope)
    const to = dateAt(formula.days.to, scope)
    return from === undefined || to === undefined
      ? undefined
      : daysBetween(from, to) + (formula.days.inclusive === true ? 1 : 0)
  }
  if ('listed' in formula) return listedNumber(formula.listed, scope)
  if ('age' in formula) return ageOn(dateAt(formula.age.birth, scope), dateAt(formula.age.on, scope))
  const date = dateAt(formula.plusDays.date, scope)
  return date === undefined ? undefined : addDays(date, formula.plusDays.days)
}

function listedNumber(listed: z.infer<typeof Listed>, scope: Scope): number | undefined {
  const list = Object.hasOwn(scope.lookups.codeLists, listed.list) ? scope.lookups.codeLists[listed.list] : undefined
  const code = 'code' in listed ? listed.code : valuesAt(scope.facts, listed.chosen.split('.'))[0]
  const on = dateAt(listed.on ?? 'today', scope)
  return list === undefined || typeof code !== 'string' || on === undefined
    ? undefined
    : findOption(list, code, on)?.value
}

/** Whole years on a date; undefined before birth. Born on 29/2: a year older on 1/3 of a common year. */
export function ageOn(birth: PlainDate | undefined, on: PlainDate | undefined): number | undefined {
  if (birth === undefined || on === undefined || on < birth) return undefined
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Paths that a formula looks at, for checking declarations. */
export function operandsOf(formula: Formula): {
  numbers: string[]
  dates: string[]
  rows: string[]
  choices: string[]
} {
  const paths = (operands: readonly (string | number)[]) =>
    operands.filter((operand) => typeof operand === 'string' && operand !== 'today') as string[]
  const none = { numbers: [], dates: [], rows: [], choices: [] }
  if ('sum' in formula) return { ...none, numbers: paths(formula.sum) }
  if ('difference' in formula) return { ...none, numbers: paths(formula.difference) }
  if ('product' in formula) return { ...none, numbers: paths(formula.product) }
  if ('count' in formula) return { ...none, rows: [formula.count] }
  if ('days' in formula) return { ...none, dates: paths([formula.days.from, formula.days.to]) }
  if ('listed' in formula) {
    const { listed } = formula
    return { ...none, dates: paths([listed.on ?? 'today']), choices: 'chosen' in listed ? [listed.chosen] : [] }
  }
  if ('age' in formula) return { ...none, dates: paths([formula.age.birth, formula.age.on]) }
  return { ...none, dates: paths([formula.plusDays.date]) }
}

const numbersAt = (operand: string | number, { facts }: Scope): number[] =>
  typeof operand === 'number'
    ? [operand]
    : valuesAt(facts, operand.split('.')).filter((value) => typeof value === 'number')

const only = (numbers: readonly number[]) => (numbers.length === 1 ? numbers[0] : undefined)

/** A date known only by year or month counts as its first day, as the law on age does. */
function dateAt(operand: string, { facts, lookups }: Scope): PlainDate | undefined {
  if (operand === 'today') return lookups.today
  const [value] = valuesAt(facts, operand.split('.'))
  const whole = isKnownDate(value) ? `${value}-01-01`.slice(0, 10) : ''
  return isPlainDate(whole) ? whole : undefined
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [part, ...rest] = path
  if (part === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((row) => valuesAt(row, path))
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return []
  return valuesAt((value as Record<string, unknown>)[part], rest)
}
