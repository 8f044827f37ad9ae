import type { Queries } from './connect.ts'
import { get, rows, sql } from './query.ts'
import { nameMigrations, type MigrationSource } from './migration-files.ts'

export interface SchemaDifference {
  /** What the code has and the database does not. */
  readonly missing: readonly string[]
  /** What the database has and the code does not know: a newer version migrated it. */
  readonly unknown: readonly string[]
  /** Whether this code may go on: nothing it does not know took away what it uses. */
  readonly isTolerated: boolean
}

/** How the schema differs from what this code expects. */
export async function compareSchema(on: Queries, sources: readonly MigrationSource[]): Promise<SchemaDifference> {
  const names = await nameMigrations(sources)
  const { isThere } = await get(
    on,
    sql<{ isThere: boolean }>`select to_regclass('kernel.migration') is not null as is_there`,
  )
  // As JSON: a database of before has no such column.
  const done = isThere
    ? await rows(
        on,
        sql<{
          name: string
          isContract: boolean
        }>`select name, coalesce(to_jsonb(m)->>'is_contract', 'false')::boolean as is_contract from kernel.migration m`,
      )
    : []
  const [known, applied] = [new Set(names), new Set(done.map(({ name }) => name))]
  const unknown = done.filter(({ name }) => !known.has(name))
  return {
    missing: names.filter((name) => !applied.has(name)),
    unknown: unknown.map(({ name }) => name),
    isTolerated: unknown.every(({ isContract }) => !isContract),
  }
}
