import type { Database, Queries } from '#kernel/database/connect.ts'
import { find, json, rows, run, sql } from '#kernel/database/query.ts'
import { rulesOf } from './classified.ts'
import { rules, type TableRules } from './rule.ts'
import type { StandIns } from './stand-ins.ts'

/** Rows of one transaction. */
const atOnce = 1000

interface Key {
  readonly name: string
  readonly type: string
}

/** Replaces what a table holds of people, a thousand rows a transaction; goes on where it was left. Answers how many rows it saw. */
export async function replaceRows(
  db: Database,
  table: string,
  tableRules: Exclude<TableRules, 'empty'>,
  ins: StandIns,
): Promise<number> {
  const columns = [...rulesOf(tableRules)].filter(([, rule]) => rule !== 'keep')
  if (columns.length === 0) return 0
  const keys = await keysOf(db, table)
  let seen = 0
  for (;;) {
    const some = await db.transaction(async (tx) => {
      const found = await readSome(
        tx,
        table,
        keys,
        columns.map(([name]) => name),
      )
      const replaced = found.map((row) => ({
        ...row,
        ...Object.fromEntries(columns.map(([name, rule]) => [name, rules[rule](row[name], ins)])),
      }))
      await writeSome(
        tx,
        table,
        keys,
        columns.map(([name]) => name),
        replaced,
      )
      for (const [name, made] of Object.entries(tableRules.follows ?? {}))
        await follow(tx, table, keys, name, made, found)
      const last = found.at(-1)
      await run(
        tx,
        sql`insert into kernel.test_copy_step (name, reached, is_done)
          values (${table}, ${json(last && Object.fromEntries(keys.map(({ name }) => [name, last[name]])))}, ${found.length < atOnce})
          on conflict (name) do update set reached = coalesce(excluded.reached, test_copy_step.reached), is_done = excluded.is_done`,
      )
      return found.length
    })
    seen += some
    if (some < atOnce) return seen
  }
}

const keysOf = (on: Queries, table: string): Promise<Key[]> =>
  rows(
    on,
    sql<Key>`select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_index i cross join unnest(i.indkey) with ordinality as k (num, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
      where i.indrelid = ${table}::regclass and i.indisprimary order by place`,
  )

const named = (names: readonly string[], of: string) => sql.join(names.map((name) => sql`${sql.ref(`${of}.${name}`)}`))

async function readSome(tx: Queries, table: string, keys: readonly Key[], columns: readonly string[]) {
  const names = keys.map(({ name }) => name)
  const step = await find(
    tx,
    sql<{ reached: Record<string, string> | null }>`select reached from kernel.test_copy_step where name = ${table}`,
  )
  const reached = step?.reached
  const after = reached
    ? sql`(${named(names, 't')}) > (${sql.join(keys.map(({ name, type }) => sql`${reached[name]}::text::${sql.raw(type)}`))})`
    : sql`true`
  // Keys as text: nothing of an instant is lost on the way.
  const read = [
    ...names.map((name) => sql`${name}::text, ${sql.ref(`t.${name}`)}::text`),
    ...columns.map((name) => sql`${name}::text, ${sql.ref(`t.${name}`)}`),
  ]
  const found = await rows(
    tx,
    sql<{ row: Record<string, unknown> }>`select jsonb_build_object(${sql.join(read)}) as row from ${sql.table(table)} t
      where ${after} order by ${named(names, 't')} limit ${atOnce}`,
  )
  return found.map(({ row }) => row)
}

const writeSome = (
  tx: Queries,
  table: string,
  keys: readonly Key[],
  columns: readonly string[],
  replaced: readonly object[],
) =>
  run(
    tx,
    sql`update ${sql.table(table)} t set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`v.${name}`)}`))}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(replaced)}::jsonb) v
      where ${sameKeys(keys)}`,
  )

const follow = (
  tx: Queries,
  table: string,
  keys: readonly Key[],
  name: string,
  made: string,
  found: readonly object[],
) =>
  run(
    tx,
    sql`update ${sql.table(table)} t set ${sql.ref(name)} = ${sql.raw(made)}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(found)}::jsonb) v where ${sameKeys(keys)}`,
  )

const sameKeys = (keys: readonly Key[]) =>
  sql.join(
    keys.map(({ name }) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`v.${name}`)}`),
    sql` and `,
  )
