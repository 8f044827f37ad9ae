import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Migration, MigrationStep } from './migration-files.ts'

/** So often a table that is in use is tried; with the pauses about two minutes. */
const mostTries = 30
const longestPauseMs = 5000
/** Lock not available; the one that a deadlock gave up. */
const passing = new Set(['55P03', '40P01'])

/**
 * Runs one migration. Whoever waits for a lock keeps everyone behind it waiting, too: it waits two seconds, lets them pass, and tries
 * again. What cannot stand in one transaction is done step by step and goes on at the step where it was cut off.
 */
export async function applyMigration(client: pg.Client, migration: Migration, log?: Log): Promise<void> {
  try {
    if (migration.steps === undefined) await patiently(() => applyWhole(client, migration), log, migration)
    else await applySteps(client, migration, migration.steps, log)
  } catch (cause) {
    throw new Error(`migration ${migration.name} failed: ${(cause as Error).message}`, { cause })
  }
}

async function applyWhole(client: pg.Client, migration: Migration) {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '2s'`)
    await client.query(migration.text)
    await markDone(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function applySteps(client: pg.Client, migration: Migration, steps: readonly MigrationStep[], log?: Log) {
  const { name, digest } = migration
  const begun = await client.query<{ stepsDone: number }>(
    `insert into kernel.migration_begun as b (name, digest) values ($1, $2)
      on conflict (name) do update set digest = excluded.digest, steps_done = case when b.digest = excluded.digest then b.steps_done else 0 end
      returning steps_done as "stepsDone"`,
    [name, digest],
  )
  await client.query(`set lock_timeout = '2s'`)
  for (const [at, step] of steps.entries()) {
    if (at < (begun.rows[0]?.stepsDone ?? 0)) continue
    await patiently(() => applyStep(client, step), log, migration)
    await client.query('update kernel.migration_begun set steps_done = $2 where name = $1', [name, at + 1])
  }
  await client.query('reset lock_timeout')
  await client.query('begin')
  await markDone(client, migration)
  await client.query('delete from kernel.migration_begun where name = $1', [name])
  await client.query('commit')
}

async function applyStep(client: pg.Client, { text, isBatch }: MigrationStep) {
  await dropHalfMadeIndex(client, text)
  for (;;) {
    const { rowCount } = await client.query(text)
    if (!isBatch || !rowCount) return
  }
}

const concurrently = /create (?:unique )?index concurrently if not exists (\w+)\s+on (\w+)\./i

/** An index that was cut off stays behind, invalid, under its name: it would count as made. */
async function dropHalfMadeIndex(client: pg.Client, text: string) {
  const [, index, schema] = concurrently.exec(text) ?? []
  if (index === undefined) return
  const half = await client.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relname = $1 and c.relnamespace = to_regnamespace($2) and not i.indisvalid`,
    [index, schema],
  )
  for (const { name } of half.rows) await client.query(`drop index concurrently ${name}`)
}

async function patiently(work: () => Promise<void>, log: Log | undefined, { name }: Migration): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !passing.has(error.code ?? '') || tried === mostTries) throw error
      log?.warn({ migration: name, tried }, 'the table is in use; it is tried again')
      await wait(Math.min(longestPauseMs, tried * 500) * (0.5 + Math.random()))
    }
  }
}

const markDone = (client: pg.Client, { name, digest, isContract }: Migration) =>
  client.query('insert into kernel.migration (name, digest, is_contract) values ($1, $2, $3)', [
    name,
    digest,
    isContract,
  ])
