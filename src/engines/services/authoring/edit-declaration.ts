import { z } from 'zod'
import type { Json } from '#values/layers.ts'

/** Where something stands in a declaration: keys and positions with dots between, `form.pages.0.fields.2.label`. */
export const EditPath = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){0,15}$/)

/** What comes in is what Zod read; lists of ours are read only. */
const AnyJson = z.json() as z.ZodType<Json, Json>

/** One change of a declaration. What a `set` names need not be there yet; everything else does. */
export const Edit = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), path: EditPath, value: AnyJson }),
  z.strictObject({ do: z.literal('remove'), path: EditPath }),
  /** At the end of a list, or of a record under a key of its own. */
  z.strictObject({ do: z.literal('add'), path: EditPath, key: z.string().max(60).optional(), value: AnyJson }),
  /** One place up (-1) or down (1) among its neighbours. */
  z.strictObject({ do: z.literal('move'), path: EditPath, by: z.union([z.literal(-1), z.literal(1)]) }),
])
export type Edit = z.output<typeof Edit>

/** The declaration with these changes made one after another; undefined where one names what is not there. */
export function editDeclaration(declaration: Json, edits: readonly Edit[]): Json | undefined {
  let edited: Json | undefined = declaration
  for (const edit of edits) {
    if (edited === undefined) return undefined
    edited =
      edit.do === 'add' ? changeAt(edited, edit.path.split('.'), (list) => added(list, edit)) : editOne(edited, edit)
  }
  return edited
}

function editOne(declaration: Json, edit: Exclude<Edit, { do: 'add' }>): Json | undefined {
  const keys = edit.path.split('.')
  const last = keys.at(-1) as string
  return changeAt(declaration, keys.slice(0, -1), (parent) => {
    if (edit.do === 'set') return put(parent ?? {}, last, edit.value)
    const entries = parent === undefined ? undefined : entriesOf(parent)
    const at = entries?.findIndex(([key]) => key === last) ?? -1
    if (entries === undefined || at < 0) return undefined
    if (edit.do === 'remove') return likeIt(parent as Json, entries.toSpliced(at, 1))
    const neighbour = at + edit.by
    if (entries[neighbour] === undefined) return parent
    return likeIt(parent as Json, entries.with(at, entries[neighbour]).with(neighbour, entries[at]!))
  })
}

/** What stands at a path; undefined where nothing does. */
export function readAt(declaration: Json | undefined, path: string): Json | undefined {
  let value = declaration
  for (const key of path.split('.')) value = value === undefined ? undefined : childOf(value, key)
  return value
}

type Entry = readonly [key: string, value: Json]

const isHolder = (value: Json): value is Exclude<Json, null | boolean | number | string> =>
  typeof value === 'object' && value !== null

function childOf(value: Json, key: string): Json | undefined {
  if (!isHolder(value) || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, Json>>)[key]
}

const entriesOf = (value: Json): Entry[] => (isHolder(value) ? (Object.entries(value) as Entry[]) : [])

const likeIt = (value: Json, entries: readonly Entry[]): Json =>
  Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)

function put(parent: Json, key: string, value: Json): Json | undefined {
  if (!Array.isArray(parent)) return Object.fromEntries(new Map(entriesOf(parent)).set(key, value))
  const at = Number(key)
  return Number.isInteger(at) && at < parent.length ? (parent as readonly Json[]).with(at, value) : undefined
}

function added(holder: Json | undefined, { key, value }: Extract<Edit, { do: 'add' }>): Json | undefined {
  if (key === undefined) return Array.isArray(holder ?? []) ? [...((holder ?? []) as Json[]), value] : undefined
  if (Array.isArray(holder) || (holder !== undefined && childOf(holder, key) !== undefined)) return undefined
  return { ...(holder as object | undefined), [key]: value }
}

/** What is not there on the way is made, but never a place in a list. */
function changeAt(
  value: Json | undefined,
  keys: readonly string[],
  change: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  const [key, ...rest] = keys
  if (key === undefined) return change(value)
  const changed = changeAt(value === undefined ? undefined : childOf(value, key), rest, change)
  return changed === undefined ? undefined : put(value ?? {}, key, changed)
}
