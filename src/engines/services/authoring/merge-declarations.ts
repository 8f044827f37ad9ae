import { isDeepStrictEqual } from 'node:util'
import type { Json } from '#values/layers.ts'
import type { Control } from './elements/control.ts'
import { elementAt } from './elements/element-kinds.ts'

/** A place that both sides changed otherwise; `undefined` where one took it away. Named by ids: `form.pages.club.fields.name.label`. */
export interface Conflict {
  readonly path: string
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

export interface Merged {
  readonly declaration: Json
  readonly conflicts: readonly Conflict[]
}

/**
 * Both changes of one declaration together, element by element: what one side alone changed is as that side has it; where both changed the
 * same place otherwise ours stays, and it is told. Pages, questions, papers, results are known by their ids, options by their values; limits,
 * fees and blocks without one by their places, as long as neither side added or took one away. A condition, a calculation, who acts and what
 * follows are each taken whole: half of one and half of the other would be what nobody wrote.
 */
export function mergeDeclarations(base: Json, ours: Json, theirs: Json): Merged {
  const conflicts: Conflict[] = []
  const declaration = merge(base, ours, theirs, [], conflicts) ?? ours
  return { declaration, conflicts }
}

type Value = Json | undefined

function merge(base: Value, ours: Value, theirs: Value, path: readonly string[], conflicts: Conflict[]): Value {
  if (isDeepStrictEqual(ours, theirs) || isDeepStrictEqual(base, theirs)) return ours
  if (isDeepStrictEqual(base, ours)) return theirs
  const [was, mine, yours] = isWhole(path) ? [] : partsOfAll(base ?? emptyLike(ours), ours, theirs)
  if (was !== undefined && mine !== undefined && yours !== undefined) {
    const merged = keysTogether(mine, yours)
      .map((key) => [key, merge(was.get(key), mine.get(key), yours.get(key), [...path, key], conflicts)] as const)
      .filter((entry): entry is readonly [string, Json] => entry[1] !== undefined)
    return Array.isArray(ours) ? merged.map(([, value]) => value) : Object.fromEntries(merged)
  }
  conflicts.push({ path: path.join('.'), ours, theirs })
  return ours
}

const whole: ReadonlySet<Control['as']> = new Set(['condition', 'next', 'formula', 'bound', 'actor'])

/** What one control says, and no part of which means anything alone; of elements without a name each is one. */
function isWhole(path: readonly string[]): boolean {
  if (/^\d+$/.test(path.at(-1) ?? '')) return true
  const { kind, rest } = elementAt(path.join('.'))
  return kind.controls.some((control) => control.path === rest && whole.has(control.as))
}

/** What all three are made of; lists whose members have no names by their places, where all are as long. */
function partsOfAll(...all: readonly Value[]): (ReadonlyMap<string, Json> | undefined)[] {
  const named = all.map(partsOf)
  if (named.every((parts) => parts !== undefined) || !all.every((one) => Array.isArray(one))) return named
  const lists = all as readonly (readonly Json[])[]
  const isAsLong = lists.every(
    (list) => list.length === lists[0]!.length && list.every((one) => typeof one === 'object'),
  )
  return isAsLong ? lists.map(byPlace) : []
}

const byPlace = (list: readonly Json[]): ReadonlyMap<string, Json> =>
  new Map(list.map((member, at) => [String(at), member]))

const emptyLike = (value: Value): Json => (Array.isArray(value) ? [] : {})

/** Ours in our order; what only theirs has comes after what it follows there. */
function keysTogether(ours: ReadonlyMap<string, Json>, theirs: ReadonlyMap<string, Json>): string[] {
  const keys = [...ours.keys()]
  let before: string | undefined
  for (const key of theirs.keys()) {
    if (!ours.has(key)) keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
    before = key
  }
  return keys
}

/** What a value is made of, by what each part is known by; nothing for what is taken or left as a whole. */
function partsOf(value: Value): ReadonlyMap<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return new Map(Object.entries(value) as [string, Json][])
  const members = value.map((member) => [nameOf(member), member] as const)
  const names = new Set(members.map(([name]) => name))
  return names.has(undefined) || names.size < members.length ? undefined : new Map(members as [string, Json][])
}

function nameOf(member: Json): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined
  const { id, value, event, ground, code } = member as Readonly<Record<string, Json | undefined>>
  // A path has dots between its keys, so a key has none.
  if (typeof event === 'string') return event.replaceAll('.', '-')
  // Exemptions are known by their grounds, members of a bundle by their codes.
  const name = [id, ground, code, value].find((one) => typeof one === 'string')
  return name?.replaceAll('.', '-')
}

/** Where what ids name stands now, by positions; undefined when some element on the way is there no more. */
export function positionsOf(declaration: Json, path: string): string | undefined {
  const positions: string[] = []
  let value: Value = declaration
  for (const key of path.split('.')) {
    const parts: ReadonlyMap<string, Json> | undefined =
      partsOf(value) ?? (Array.isArray(value) ? byPlace(value) : undefined)
    if (parts === undefined) return undefined
    positions.push(Array.isArray(value) ? String([...parts.keys()].indexOf(key)) : key)
    value = parts.get(key)
  }
  return positions.includes('-1') ? undefined : positions.join('.')
}
