import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Restored } from '#kernel/backup/restore/restore.ts'
import { countRows } from '#kernel/backup/take-base.ts'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { findLostRows, findMissingContent, findOrphans, findTrailFaults } from './check-restored.ts'
import { install } from './install.ts'
import { signInRestored } from './sign-in-restored.ts'

/** What a drill looks at, on a whole database and on ones that lost something. */

const directory = makeTestDirectory('drill')
let database: TestDatabase
let owner: Connection
const db = () => owner.db

beforeAll(async () => {
  database = await createTestDatabase('platform 60 ', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 60 })
  })
  owner = connect(database.url, { size: 2 })
}, 240_000)
afterAll(async () => {
  await owner.close()
  await database.drop()
  removeTestDirectory(directory)
})

/** Deletes as no account of the platform can: past foreign keys and triggers. */
const lose = (what: string) =>
  db().transaction(async (tx) => {
    await run(tx, sql`set local session_replication_role = replica`)
    await run(tx, sql.raw(what))
  })

test(
  'somebody signs in to what was restored, over HTTP, and the audit trail of that is whole',
  { timeout: 60_000 },
  async () => {
    const restored = { db: db(), url: database.url, dataDirectory: directory, environment: {} } as unknown as Restored
    expect(await signInRestored(restored)).toEqual([])
    expect((await findTrailFaults(db())).faults).toEqual([])
  },
)

test('rows that are gone are found where the platform never deletes any', async () => {
  const before = await countRows(db())
  expect((await findLostRows(db(), before)).lost).toEqual([])
  await lose(`delete from audit.head where tree_size = (select max(tree_size) from audit.head)`)
  await lose(
    `delete from services.dossier_event where id = (select min(id::text) from services.dossier_event)::uuid`,
  ).catch(() => lose(`delete from services.dossier_event where ctid = (select min(ctid) from services.dossier_event)`))
  const { lost } = await findLostRows(db(), { ...before, 'kernel.gone': 3 })
  expect(lost).toContain('table kernel.gone is missing')
  expect(lost.join()).toMatch(/table services\.dossier_event has \d+ rows of \d+/)
})

test('a row that names what is gone is found by its foreign key', async () => {
  expect((await findOrphans(db())).orphans).toEqual([])
  await lose(
    `delete from directory.person where id = (select person_id from identity.account where person_id is not null limit 1)`,
  )
  expect((await findOrphans(db())).orphans.join()).toMatch(/1 rows of identity\.account break /)
})

test('a file that is named and not there is found', async () => {
  const store = createFileSystemStore(`${directory}/files`)
  const { sha256 } = await store.put(Buffer.from('có'))
  const gone = 'a'.repeat(64)
  for (const one of [sha256, gone]) {
    await run(db(), sql`insert into files.content (sha256, size, seen_at) values (${one}, 1, now())`)
    await run(
      db(),
      sql`insert into files.file (id, owner_account, name, size, state, media_type, sha256, created_at)
        values (gen_random_uuid(), 'a', 'a', 1, 'accepted', 'application/pdf', ${one}, now())`,
    )
  }
  expect(await findMissingContent(db(), directory)).toContain(gone)
  expect(await findMissingContent(db(), directory)).not.toContain(sha256)
})
