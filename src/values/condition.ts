import { z } from 'zod'

/**
 * A condition as data: total, without loops, the same in the browser and on the server.
 * `{ field: 'reason', is: 'lost' }` · `{ all: [...] }` · `{ any: [...] }` · `{ not: … }`. A field path uses dots.
 */
export type Condition =
  | { readonly field: string; readonly is: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly atLeast: number | string }
  | { readonly field: string; readonly below: number | string }
  | { readonly field: string; readonly given: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

type Scalar = string | number | boolean

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Bound = z.union([z.number(), z.string()])

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.string(), is: Scalar }),
    z.strictObject({ field: z.string(), in: z.array(Scalar).min(1) }),
    z.strictObject({ field: z.string(), atLeast: Bound }),
    z.strictObject({ field: z.string(), below: Bound }),
    z.strictObject({ field: z.string(), given: z.boolean() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

export type Facts = { readonly [name: string]: unknown }

/** Whether the condition is met by the facts. A missing field meets nothing but `given: false`. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  const value = read(facts, condition.field)
  if ('given' in condition) return isGiven(value) === condition.given
  if ('is' in condition) return matches(value, condition.is)
  if ('in' in condition) return condition.in.some((one) => matches(value, one))
  if ('atLeast' in condition) return isComparable(value, condition.atLeast) && value >= condition.atLeast
  return isComparable(value, condition.below) && value < condition.below
}

/** The names of the fields that a condition looks at, for checking declarations. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  if ('not' in condition) return fieldsOf(condition.not)
  return [condition.field]
}

/** The value at a dotted path; undefined where any part is missing. Only own properties are followed. */
export function read(facts: Facts, path: string): unknown {
  let value: unknown = facts
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A multiple choice matches when it holds the value. */
const matches = (value: unknown, wanted: Scalar): boolean =>
  Array.isArray(value) ? value.includes(wanted) : value === wanted

const isComparable = <Bound extends number | string>(value: unknown, bound: Bound): value is Bound =>
  typeof value === typeof bound
