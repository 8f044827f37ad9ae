import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Fills tables without their indexes, which are built once at the end; those that keep rows apart stay. */
export async function withoutIndexes<Value>(
  tx: Queries,
  tables: readonly string[],
  fill: () => Promise<Value>,
): Promise<Value> {
  const indexes = await rows(
    tx,
    sql<{
      name: string
      made: string
    }>`select i.indexrelid::regclass::text as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as made
      from pg_index i where i.indrelid = any(${tables}::regclass[]) and not i.indisunique`,
  )
  for (const { name } of indexes) await run(tx, sql`drop index ${sql.raw(name)}`)
  const filled = await fill()
  for (const { made } of indexes) await run(tx, sql.raw(made))
  return filled
}
