import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#kernel/database/connect.ts'
import { find, get, rows, run, sql } from '#kernel/database/query.ts'
import { findHold } from '#kernel/restoration/hold.ts'
import { system } from '#kernel/operations/actor.ts'
import { recordAudit } from '#engines/audit/index.ts'
import type { FileStore } from '#engines/files/index.ts'
import { classified, columnsThatSpeak, rulesOf } from './classified.ts'
import { replaceFiles } from './replace-files.ts'
import { replaceRows } from './replace-rows.ts'
import type { Classified } from './rule.ts'
import { createStandIns } from './stand-ins.ts'

export interface Anonymised {
  readonly rows: number
  readonly files: number
  readonly emptied: number
}

export interface AnonymiseParts {
  /** As the owner of the tables: the working role may not empty them. */
  readonly db: Database
  readonly store: FileStore
  readonly tell?: (table: string, rows: number) => void
  /** By which stand-ins are drawn; of a new run only. */
  readonly key?: Buffer
  readonly declared?: Classified
}

/**
 * Replaces everything in this database and its files that is of a person, for good. Only on a copy: one that was restored from a
 * backup, was never released, and on which nothing runs. What was broken off goes on. Until it has ended the copy is not served.
 */
export async function anonymise(parts: AnonymiseParts): Promise<Anonymised> {
  const { db, store, tell = () => {}, declared = classified } = parts
  await mustBeCopy(db)
  await mustBeClassified(db, declared)
  const ins = createStandIns(await begin(db, parts.key ?? randomBytes(32)))
  const files = await replaceFiles(db, store)
  tell('files', files)
  const emptied = Object.keys(declared).filter((table) => declared[table] === 'empty')
  await empty(db, emptied)
  const done = new Set(
    (await rows(db, sql<{ name: string }>`select name from kernel.test_copy_step where is_done`)).map(
      ({ name }) => name,
    ),
  )
  let seen = 0
  for (const [table, tableRules] of Object.entries(declared)) {
    if (tableRules === 'empty' || done.has(table)) continue
    const some = await replaceRows(db, table, tableRules, ins)
    seen += some
    if (some > 0) tell(table, some)
  }
  await end(db, declared, { rows: seen, files })
  return { rows: seen, files, emptied: emptied.length }
}

/** Throws where it could be an installation that people work with. */
async function mustBeCopy(db: Database): Promise<void> {
  if ((await findHold(db)) === undefined)
    throw new Error(
      'this database does not say that it is a copy: only what `lien-thong restore` brought back and nobody released is anonymised',
    )
  // Who has just gone is still there for a moment.
  for (let waited = 0; await isShared(db); waited += 100) {
    if (waited >= leavesMs) throw new Error('somebody works on this database: stop `serve` and `work` first')
    await pause(100)
  }
}

const leavesMs = 2000

const isShared = async (db: Database): Promise<boolean> =>
  (
    await get(
      db,
      sql<{ is: boolean }>`select exists (select from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and backend_type = 'client backend') as is`,
    )
  ).is

/** Throws where the database holds a column of which nobody said what becomes of it. */
async function mustBeClassified(db: Database, declared: Classified): Promise<void> {
  const missing = (await unclassified(db, declared)).join(', ')
  if (missing !== '') throw new Error(`not known what becomes of: ${missing}`)
}

/** Columns that nobody classified, and classified ones that are not there, as `schema.table: column`. */
export async function unclassified(db: Database, declared: Classified): Promise<string[]> {
  const there = await columnsThatSpeak(db)
  const known = (table: string, name: string) => {
    const said = declared[table]
    return said === 'empty' || (said !== undefined && (rulesOf(said).has(name) || said.follows?.[name] !== undefined))
  }
  const byTable = Map.groupBy(there, ({ table }) => table)
  const gone = Object.entries(declared).flatMap(([table, said]) => {
    const names = new Set(byTable.get(table)?.map(({ name }) => name))
    if (said === 'empty') return []
    return [...rulesOf(said).keys(), ...Object.keys(said.follows ?? {})]
      .filter((name) => !names.has(name))
      .map((name) => `${table}: ${name} is not there`)
  })
  return [
    ...there.filter(({ table, name }) => !known(table, name)).map(({ table, name }) => `${table}: ${name}`),
    ...gone,
  ]
}

/** Says that this is a copy, and answers the key by which it was begun. */
async function begin(db: Database, key: Buffer): Promise<Buffer> {
  const begun = await find(db, sql<{ key: Buffer | null }>`select key from kernel.test_copy`)
  if (begun?.key === null) throw new Error('this copy is anonymised already')
  if (begun) return begun.key
  await run(db, sql`insert into kernel.test_copy (begun_at, key) values (now(), ${key})`)
  return key
}

const empty = (db: Database, tables: readonly string[]) =>
  run(db, sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`)

async function end(db: Database, declared: Classified, facts: { rows: number; files: number }): Promise<void> {
  await db.transaction(async (tx) => {
    await run(tx, sql`delete from kernel.test_copy_step`)
    await run(tx, sql`update kernel.test_copy set key = null, anonymised_at = now()`)
    await recordAudit(tx, {
      call: { actor: system, language: 'vi', requestId: randomUUID() },
      operation: 'copy.anonymise',
      kind: 'write',
      outcome: 'done',
      at: new Date(),
      notes: [{ objectType: 'test-copy', objectId: 'anonymised', facts }],
    })
  })
  await writeAnew(db, declared)
}

/** What was there before lies in dead rows and in the statistics of the planner, also of tables that are empty now. */
async function writeAnew(db: Database, declared: Classified): Promise<void> {
  await run(db, sql`set statement_timeout = 0`)
  const { clears } = await get(
    db,
    sql<{ clears: boolean }>`select to_regproc('pg_clear_attribute_stats') is not null as clears`,
  )
  if (clears)
    await run(
      db,
      sql`select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
  for (const [table, said] of Object.entries(declared))
    if (said !== 'empty' && [...rulesOf(said).values()].some((rule) => rule !== 'keep'))
      await run(db, sql`vacuum (full, analyze) ${sql.table(table)}`)
}
