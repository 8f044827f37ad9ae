/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

interface JsonObject {
  readonly [key: string]: Json | undefined
}

/**
 * Lays one layer of data over another: a province over the base, a unit over the province. Objects are laid over key by key;
 * `null` takes a key away. Lists whose members all have an `id` of their own are laid over member by member: known ones are
 * changed, new ones come last, one that says `{ id, removed: true }` is taken away. Everything else is replaced.
 */
export function layOver(base: Json | undefined, over: Json): Json {
  if (isList(over)) return isList(base) && haveOwnIds(base) && haveOwnIds(over) ? layLists(base, over) : over
  if (!isObject(over)) return over
  const laid = new Map(Object.entries(isObject(base) ? base : {}))
  for (const [key, value] of Object.entries(over)) {
    if (value === null) laid.delete(key)
    else if (value !== undefined) laid.set(key, layOver(laid.get(key), value))
  }
  return Object.fromEntries(laid)
}

function layLists(base: readonly Member[], over: readonly Member[]): Json {
  const changes = new Map(over.map((member) => [member.id, member]))
  const known = new Set(base.map(({ id }) => id))
  return [
    ...base.map((member) => ({ member, change: changes.get(member.id) })),
    ...over.filter(({ id }) => !known.has(id)).map((member) => ({ member, change: undefined })),
  ]
    .filter(({ member, change }) => change?.['removed'] !== true && member['removed'] !== true)
    .map(({ member, change }) => (change === undefined ? member : layOver(member, change)))
}

type Member = JsonObject & { readonly id: string }

const haveOwnIds = (list: readonly Json[]): list is readonly Member[] => {
  const ids = list.map((member) => (isObject(member) ? member['id'] : undefined))
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length
}

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value)
