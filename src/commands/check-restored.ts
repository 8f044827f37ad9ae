import { join } from 'node:path'
import { workingRole, type Queries } from '#kernel/database/connect.ts'
import { get, rows, sql } from '#kernel/database/query.ts'
import { countRows } from '#kernel/backup/take-base.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { verifyTrail } from '#engines/audit/index.ts'
import { namedContent } from '#engines/files/index.ts'

/** Digests that files name and the restored store does not hold. Those that it holds were compared with their digests when they were written. */
export async function findMissingContent(db: Queries, dataDirectory: string): Promise<string[]> {
  const store = createFileSystemStore(join(dataDirectory, 'files'))
  const missing: string[] = []
  for await (const digests of namedContent(db))
    for (const sha256 of digests) if (!(await store.has(sha256))) missing.push(sha256)
  return missing
}

/** Tables that have fewer rows than when the base was taken, of those that the platform never deletes from. */
export async function findLostRows(
  db: Queries,
  before: Readonly<Record<string, number>>,
): Promise<{ rows: number; lost: string[] }> {
  const now = await countRows(db)
  const onlyGrow = await rows(
    db,
    sql<{ name: string }>`select name from unnest(${Object.keys(now)}::text[]) as t (name)
      where not has_table_privilege(${workingRole}, name, 'delete') and not has_table_privilege(${workingRole}, name, 'truncate')`,
  )
  const grows = new Set(onlyGrow.map(({ name }) => name))
  const lost = Object.entries(before).flatMap(([name, count]) => {
    if (now[name] === undefined) return `table ${name} is missing`
    return grows.has(name) && now[name] < count ? `table ${name} has ${now[name]} rows of ${count}` : []
  })
  return { rows: Object.values(now).reduce((sum, count) => sum + count, 0), lost }
}

interface ForeignKey {
  readonly name: string
  readonly child: string
  readonly parent: string
  readonly childColumns: string[]
  readonly parentColumns: string[]
}

/** Rows that name what is not there, by foreign key: the server itself looks only when rows change. */
export async function findOrphans(db: Queries): Promise<{ keys: number; orphans: string[] }> {
  const keys = await rows(
    db,
    sql<ForeignKey>`select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
      (select array_agg(quote_ident(a.attname) order by k.n) from unnest(c.conkey) with ordinality k (num, n)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as child_columns,
      (select array_agg(quote_ident(a.attname) order by k.n) from unnest(c.confkey) with ordinality k (num, n)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as parent_columns
      from pg_constraint c where c.contype = 'f' and c.conparentid = 0`,
  )
  const orphans: string[] = []
  for (const { name, child, parent, childColumns, parentColumns } of keys) {
    const isSet = childColumns.map((column) => `c.${column} is not null`).join(' and ')
    const isSame = childColumns.map((column, at) => `p.${parentColumns[at]} = c.${column}`).join(' and ')
    const { n } = await get(
      db,
      sql<{ n: number }>`select count(*) as n from ${sql.raw(child)} c where ${sql.raw(isSet)}
        and not exists (select from ${sql.raw(parent)} p where ${sql.raw(isSame)})`,
    )
    if (n > 0) orphans.push(`${n} rows of ${child} break ${name}`)
  }
  return { keys: keys.length, orphans }
}

/** What is wrong with the audit trail: entries, seals, and the heads that were signed. */
export async function findTrailFaults(db: Queries): Promise<{ entries: number; faults: string[] }> {
  const signed = await rows(
    db,
    sql<{ size: number; root: Buffer }>`select tree_size as size, root from audit.head
      order by tree_size desc limit 1000`,
  )
  const report = await verifyTrail(db, { heads: signed })
  const broken = report.findings.filter(({ weight }) => weight === 'broken')
  return { entries: report.entries, faults: broken.map(({ message }) => `audit trail: ${message}`) }
}
