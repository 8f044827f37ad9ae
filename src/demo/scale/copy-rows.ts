import { rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { CopiedTable } from './copied-tables.ts'

/** So many dossiers are copied at a time: what belongs together lies together, and is sorted in memory. */
const chunk = 10_000

/** Writes the rows of every copy into these tables, oldest dossiers first. The tables as they were before are kept aside to copy from. */
export async function copyRows(tx: Queries, tables: readonly CopiedTable[], copies: number): Promise<void> {
  const statements: ((from: number) => Fragment)[] = []
  for (const copied of tables) {
    const base = sql.raw(`growing.base_${copied.table.replace('.', '_')}`)
    await run(tx, sql`create unlogged table ${base} as select * from ${sql.raw(copied.table)}`)
    await run(tx, sql`analyze ${base}`)
    statements.push(await insertOf(tx, copied, base))
  }
  for (let from = 1; from <= copies; from += chunk) for (const statement of statements) await run(tx, statement(from))
}

/** Everything that is a moment or a day moves with its dossier. */
async function insertOf(tx: Queries, { table, of, columns = {} }: CopiedTable, base: Fragment) {
  const found = await rows(
    tx,
    sql<{ name: string; type: string }>`select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  )
  const moved = ({ name, type }: { name: string; type: string }): string => {
    if (type === 'timestamp with time zone') return `o."${name}" - m.shift`
    return type === 'date' ? `(o."${name}" - m.shift)::date` : `o."${name}"`
  }
  const names = sql.raw(found.map(({ name }) => `"${name}"`).join(', '))
  const values = sql.raw(found.map((column) => columns[column.name] ?? moved(column)).join(', '))
  return (from: number) => sql`insert into ${sql.raw(table)} (${names})
    select ${values} from ${base} o ${sql.raw(of)} where m.number >= ${from} and m.number < ${from + chunk} order by m.number`
}
