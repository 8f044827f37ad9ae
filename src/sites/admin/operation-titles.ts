import type { AnyContractProcedure } from '@orpc/contract'
import { contract } from '#engines/contract.ts'
import type { OperationMeta } from '#values/operation.ts'
import type { Words } from '#values/words.ts'

/** The title of an operation, by the name under which the trail keeps it: `services.getDossier`. Only loaders ask. */
export function titleOfOperation(name: string): Words {
  return titles().get(name) ?? { vi: name, en: name }
}

let all: ReadonlyMap<string, Words> | undefined

/** All operations that can be filtered by, in the order of the engines. */
export function titles(): ReadonlyMap<string, Words> {
  all ??= new Map(
    Object.entries(contract as Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>).flatMap(
      ([engine, operations]) =>
        Object.entries(operations).map(
          ([name, operation]) => [`${engine}.${name}`, (operation['~orpc'].meta as OperationMeta).title] as const,
        ),
    ),
  )
  return all
}
