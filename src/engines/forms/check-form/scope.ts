import { typeOf, type Field } from '../field-types/index.ts'

/** What a condition, bound or formula may look at: the fields of its own level that stand before it, then those outside. */
export interface Scope {
  readonly earlier: readonly (readonly Field[])[]
  /** Every field of those levels, to tell `later` from `unknown`. */
  readonly all: readonly (readonly Field[])[]
}

export interface Found {
  readonly field: Field
  /** The path goes through the rows of a group: it means a column. */
  readonly isColumn: boolean
}

/** The field at a dotted path; inner levels first. */
export function findField(levels: readonly (readonly Field[])[], path: string): Found | undefined {
  const [id = '', ...rest] = path.split('.')
  const level = levels.find((fields) => fields.some((field) => field.id === id))
  return level === undefined ? undefined : descend(level, [id, ...rest], false)
}

function descend(fields: readonly Field[], [id, ...rest]: readonly string[], isColumn: boolean): Found | undefined {
  const field = fields.find((one) => one.id === id)
  if (field === undefined) return undefined
  if (rest.length === 0) return { field, isColumn }
  const type = typeOf(field)
  if (type.shape !== 'record' && type.shape !== 'rows') return undefined
  return descend(type.parts(field), rest, isColumn || type.shape === 'rows')
}

/** The nearest of some names, if it is near enough to be meant. */
export function nearest(names: Iterable<string>, wanted: string): string | undefined {
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const distance = editDistance(name.toLowerCase(), wanted.toLowerCase())
    if (distance <= Math.max(2, wanted.length / 3) && distance < (best?.distance ?? Infinity)) best = { name, distance }
  }
  return best?.name
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, char] of one.split('').entries()) {
    const next = [at + 1]
    for (let index = 1; index < row.length; index++) {
      const swap = (row[index - 1] ?? 0) + (other[index - 1] === char ? 0 : 1)
      next.push(Math.min(swap, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
