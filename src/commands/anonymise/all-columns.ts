import { dossierColumns } from './dossier-columns.ts'
import { messageColumns } from './message-columns.ts'
import { peopleColumns } from './people-columns.ts'
import type { Rule, Rules } from './rules.ts'

export const allColumns: Rules = { ...peopleColumns, ...messageColumns, ...dossierColumns }

/** The columns of a table with their rules; undefined = the table keeps no row. */
export function rulesOf(table: string): ReadonlyMap<string, Rule> | undefined {
  const rules = allColumns[table]
  if (rules === undefined) throw new Error(`nothing says what becomes of ${table} in a copy`)
  if (rules === 'empty') return undefined
  return new Map(
    Object.entries(rules).flatMap(([rule, columns]) =>
      columns.split(' ').map((column) => [column, rule as Rule] as const),
    ),
  )
}
