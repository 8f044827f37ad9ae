import { listOperations } from '#engines/list-operations.ts'
import type { Words } from '#values/words.ts'

let all: ReadonlyMap<string, Words> | undefined

/** The title of an operation, by the name under which the trail keeps it: `services.getDossier`. Only loaders ask. */
export function titleOfOperation(name: string): Words {
  return titles().get(name) ?? { vi: name, en: name }
}

/** All operations that can be filtered by, in the order of the engines. */
export function titles(): ReadonlyMap<string, Words> {
  all ??= new Map(listOperations().map(({ name, meta }) => [name, meta.title]))
  return all
}
