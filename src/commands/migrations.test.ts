import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '#kernel/database/migrate.ts'
import { readMigrations } from '#kernel/database/migration-files.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { lintMigration } from '#kernel/testing/lint-migration.ts'
import { migrationSources } from '#engines/index.ts'

/** Upgrades while people work: what migrations may do, how they wait, and how they go on. */

/** Before it nobody's data was in any installation; what came then may hold a table for long. */
const firstInstalled = '2026-11-29'

test('no migration stops people who work', async () => {
  const newer = (await readMigrations(migrationSources)).filter(({ name }) => name.split('/')[1]! >= firstInstalled)
  expect(newer.flatMap(({ name, text }) => lintMigration(text).map((one) => ({ name, ...one })))).toEqual([])
})

describe('the lint of migrations', () => {
  test.each([
    ['create index dossier_x on services.dossier (x)'],
    ['create index concurrently if not exists dossier_x on services.dossier (x)'],
    ['alter table services.dossier add constraint c check (x > 0)'],
    ['alter table services.dossier add constraint c foreign key (x) references a.b (id)'],
    ['alter table services.dossier add constraint c unique (x)'],
    ['alter table services.dossier alter column x type bigint'],
    ['alter table services.dossier alter x set not null'],
    ['alter table services.dossier add column x uuid default gen_random_uuid()'],
    ['alter table services.dossier add column x text generated always as (lower(y)) stored'],
    ['alter table services.dossier add x text not null'],
    ['alter table services.dossier drop column x'],
    ['alter table services.dossier rename column x to y'],
    ['drop table services.dossier'],
    [`update services.dossier set x = 'a; -- b'`],
    ['delete from services.dossier'],
    ['vacuum full services.dossier'],
    ['lock table services.dossier'],
    ['alter table services.dossier validate constraint c'],
    ['-- outside a transaction\n-- batch\nupdate services.dossier set x = 1 where x is null'],
    ['-- small: services.dossier it is not\ncluster services.dossier using dossier_pk'],
  ])('refuses: %s', (text) => expect(lintMigration(text)).toHaveLength(1))

  test.each([
    ['create table a.b (id uuid); create index b_id on a.b (id); alter table a.b add constraint c check (true)'],
    ['alter table services.dossier add column x text'],
    [`alter table services.dossier add column x text not null default 'a'`],
    ['alter table services.dossier add constraint c check (x > 0) not valid'],
    [
      '-- outside a transaction\ncreate index concurrently if not exists i on services.dossier (x)\n-- then\nalter table services.dossier validate constraint c',
    ],
    [
      '-- outside a transaction\n-- batch\nupdate services.dossier set x = 1 where id in (select id from services.dossier where x is null limit 500)',
    ],
    ['-- contract\nalter table services.dossier drop column x'],
    ['-- small: queue.centre a row a building\ncreate index c on queue.centre (x)'],
    ['create function a.f() returns int language sql as $$ update services.dossier set x = 1 $$'],
  ])('lets be: %s', (text) => expect(lintMigration(text)).toEqual([]))
})

describe('running them', () => {
  const root = makeTestDirectory('migrations')
  let database: TestDatabase
  let client: pg.Client
  let round = 0

  beforeAll(async () => {
    database = await createTestDatabase('bare', async () => {})
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('create schema big; create table big.dossier (id int primary key, x int)')
    await client.query('insert into big.dossier (id) select generate_series(1, 2500)')
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
    removeTestDirectory(root)
  })

  /** A source of its own with these files. */
  function source(files: Readonly<Record<string, string>>) {
    const directory = join(root, String((round += 1)))
    mkdirSync(directory)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
    return [{ name: `try-${round}`, directory: pathToFileURL(`${directory}/`) }]
  }
  const count = async (where: string) =>
    Number((await client.query<{ count: string }>(`select count(*) from big.dossier where ${where}`)).rows[0]!.count)

  test(
    'one whose table is in use lets others pass after two seconds and comes again',
    { timeout: 30_000 },
    async () => {
      const holder = new pg.Client({ connectionString: database.url })
      await holder.connect()
      await holder.query('begin; select from big.dossier limit 1')
      const running = migrate(database.url, source({ '1-add.sql': 'alter table big.dossier add column y int' }))
      await new Promise((resolve) => setTimeout(resolve, 500))
      // Waits behind the migration, and no longer than it may wait.
      const asked = performance.now()
      await count('true')
      expect(performance.now() - asked).toBeLessThan(2500)
      await holder.query('commit')
      await holder.end()
      expect(await running).toHaveLength(1)
    },
  )

  test('a backfill that is cut off goes on with what is left, and an index that was cut off is made anew', async () => {
    const files = source({
      '1-fill.sql': `-- outside a transaction
-- batch
update big.dossier set x = 1 / (case when id = 1700 and to_regclass('big.stop') is not null then 0 else 1 end)
  where id in (select id from big.dossier where x is null order by id limit 500)
-- then
create index concurrently if not exists dossier_x on big.dossier (x)
-- then
create table big.after ()`,
    })
    // What an interrupted CREATE INDEX CONCURRENTLY leaves behind.
    await client.query('insert into big.dossier (id, x) values (3001, 7), (3002, 7)')
    await client.query('create unique index concurrently dossier_x on big.dossier (x)').catch(() => {})
    const isValid = async () =>
      (await client.query(`select indisvalid from pg_index where indexrelid = 'big.dossier_x'::regclass`)).rows[0]
    expect(await isValid()).toEqual({ indisvalid: false })

    await client.query('create table big.stop ()')
    await expect(migrate(database.url, files)).rejects.toThrow('division by zero')
    // Each batch before it is kept.
    expect(await count('x = 1')).toBe(1500)
    await client.query('drop table big.stop')
    await client.query('update big.dossier set x = 5 where id = 1')
    expect(await migrate(database.url, files)).toEqual([expect.stringContaining('1-fill.sql')])
    expect([await count('x = 1'), await count('x is null'), await count('x = 5')]).toEqual([2499, 0, 1])
    expect(await isValid()).toEqual({ indisvalid: true })
    expect(await migrate(database.url, files)).toEqual([])
    expect((await client.query('select from kernel.migration_begun')).rowCount).toBe(0)
  })

  test('steps that were done are not done again', async () => {
    const files = source({
      '1-steps.sql': `-- outside a transaction
create table big.once ()
-- then
do $$ begin if to_regclass('big.go') is null then raise exception 'not yet'; end if; end $$`,
    })
    await expect(migrate(database.url, files)).rejects.toThrow('not yet')
    await client.query('create table big.go ()')
    // A second `create table big.once` would fail.
    expect(await migrate(database.url, files)).toHaveLength(1)
  })

  test('one that takes something away is remembered as such', async () => {
    await migrate(
      database.url,
      source({ '1-a.sql': 'select 1', '2-b.sql': '-- contract\nalter table big.dossier drop column if exists y' }),
    )
    const kept = await client.query(
      'select is_contract from kernel.migration order by applied_at desc, name desc limit 2',
    )
    expect(kept.rows).toEqual([{ is_contract: true }, { is_contract: false }])
  })
})
