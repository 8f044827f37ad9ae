import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyTrail } from '#engines/audit/index.ts'
import { startSession } from '#engines/identity/index.ts'
import { readConfig } from '#kernel/config.ts'
import { connect, type Connection, type Database } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { release } from '#kernel/restoration/hold.ts'
import type { ContentStore } from '#kernel/storage/content-store.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { install } from '../install.ts'
import { startPlatform } from '../start-platform.ts'
import { anonymise } from './anonymise.ts'
import { classified } from './classified.ts'
import { findOriginals, readOriginals, type Originals } from './testing/originals.ts'

const directory = makeTestDirectory('anonymise')
const store = createFileSystemStore(`${directory}/files`)
/** Fixed, so that no made-up number happens to be that of another in one run of thousands. */
const key = Buffer.alloc(32, 1)
let copy: Copy
let originals: Originals

interface Copy extends Connection {
  readonly url: string
  drop(): Promise<void>
}

/** A copy as `restore` leaves it, of a demo province. */
async function openCopy(): Promise<Copy> {
  const database = await createTestDatabase('platform 60 ', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 60 })
  })
  const connection = connect(database.url, { size: 1, name: 'test', silenceMs: 0 })
  return {
    ...connection,
    url: database.url,
    async drop() {
      await connection.close()
      await database.drop()
    },
  }
}

const restored = (one: Copy) =>
  one.pool.query(
    `insert into kernel.restoration (id, moment, restored_at) values (gen_random_uuid(), now() - interval '1 minute', now())`,
  )

const countOf = async (table: string) =>
  (await copy.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

beforeAll(async () => {
  copy = await openCopy()
  originals = await readOriginals(copy.pool)
  // The planner remembers values, as after some hours of work, also of tables that are emptied.
  await copy.pool.query(
    `insert into identity.sign_in_attempt (subject, failures, last_at)
      select personal_id, 1, now() from directory.person where personal_id is not null limit 20`,
  )
  await copy.pool.query('analyze')
  await addFiles()
}, 240_000)

/** Two files of one content, one refused, and one whose bytes still wait for their check. */
async function addFiles() {
  const { sha256, size } = await store.put(Buffer.from(`giấy tờ của một người${' '.repeat(2000)}`))
  await copy.pool.query(`insert into files.content (sha256, size, seen_at) values ($1, $2, now())`, [sha256, size])
  await copy.pool.query(
    `insert into files.file (id, owner_account, name, size, state, media_type, sha256, sent_sha256, refusal, created_at)
      select gen_random_uuid(), 'account', name, $2, state, 'image/png', sha256, sha256, refusal, now()
      from (values ('CCCD Nguyen Van An.png', 'accepted', $1, null), ('anh.png', 'accepted', $1, null), ('x.png', 'refused', $1, 'malware'),
        ('cho quet.png', 'received', null, null)) as f (name, state, sha256, refusal)`,
    [sha256, size],
  )
}

afterAll(async () => {
  await copy?.drop()
  removeTestDirectory(directory)
})

test('what does not say that it is a copy, was released, or is worked on by others is not touched', async () => {
  const before = (await copy.pool.query('select id, full_name from directory.person order by id limit 20')).rows
  await expect(anonymise({ db: copy.db, store })).rejects.toThrow('does not say that it is a copy')
  await restored(copy)
  await copy.pool.query(`update kernel.restoration set settled_at = now(), released_at = now(), released_by = 'ai do'`)
  await expect(anonymise({ db: copy.db, store })).rejects.toThrow('does not say that it is a copy')
  await copy.pool.query(`update kernel.restoration set settled_at = null, released_at = null, released_by = null`)
  const other = connect(copy.url, { size: 1 })
  await other.pool.query('select 1')
  await expect(anonymise({ db: copy.db, store })).rejects.toThrow('somebody works on this database')
  await other.close()
  expect((await copy.pool.query('select id, full_name from directory.person order by id limit 20')).rows).toEqual(
    before,
  )
})

test('a run that is killed in the middle leaves a copy that nobody serves, and the next one goes on where it was', async () => {
  let left = 2
  // As far as the second thousand of people.
  const killed: Database = {
    ...copy.db,
    async transaction(work) {
      if ((await reached('directory.person')) !== undefined && (left -= 1) === 0) throw new Error('killed')
      return copy.db.transaction(work)
    },
  }
  await expect(anonymise({ db: killed, store, key })).rejects.toThrow('killed')
  expect(await reached('directory.person')).toEqual({ is_done: false })
  await expect(serve()).rejects.toThrow('not anonymised to the end')

  const done = await anonymise({ db: copy.db, store })
  expect(done.rows).toBeGreaterThan(1000)
  await expect(anonymise({ db: copy.db, store })).rejects.toThrow('anonymised already')
  expect(await countOf('kernel.test_copy_step')).toBe(0)
  expect((await copy.pool.query('select key from kernel.test_copy')).rows).toEqual([{ key: null }])
}, 120_000)

test('no name, number, phone or address of anybody is left in any table', async () => {
  expect(originals.written.size).toBeGreaterThan(5000)
  expect(await findOriginals(copy.pool, originals)).toEqual([])
}, 60_000)

test('what belonged together still does, and what is computed of names follows them', async () => {
  const wrong = async (query: string) => (await copy.pool.query(query)).rows
  expect(
    await wrong(
      `select code from services.dossier d join directory.person p on p.id = d.applicant_id where d.applicant_name <> p.full_name`,
    ),
  ).toEqual([])
  expect(
    await wrong(`select d.code from services.dossier d join directory.person p on p.id = d.applicant_id
      where d.answers #>> '{applicant,personalId}' <> p.personal_id`),
  ).toEqual([])
  expect(
    await wrong(`select code from services.dossier where position(kernel.fold(applicant_name) in folded) = 0`),
  ).toEqual([])
  expect(
    await wrong(`select d.code from services.dossier d join services.dossier_search s on s.dossier_id = d.id
      where position(kernel.fold(applicant_name) in s.text) = 0`),
  ).toEqual([])
  expect(
    await wrong(
      `select p.id from identity.account a join directory.person p on p.id = a.person_id where a.kind = 'citizen' and a.login ~ '^[0-9]{12}$' and a.login <> p.personal_id`,
    ),
  ).toEqual([])
  // A number still says the sex and the year of birth.
  expect(
    await wrong(
      `select id from directory.person where personal_id ~ '^[0-9]{12}$' and substr(personal_id, 5, 2) <> to_char(birth_date, 'YY')`,
    ),
  ).toEqual([])
  expect(
    await wrong(`select id from directory.person where phone is not null and phone !~ '^(0[2-9][0-9]{8}|02[0-9]{9})$'`),
  ).toEqual([])
  expect(await wrong(`select id from directory.person where full_name !~ ' Mẫu '`)).toEqual([])
  expect(await countOf('identity.session')).toBe(0)
  expect(await wrong(`select id from identity.account where password_hash is not null`)).toEqual([])
})

test('every file is a placeholder of its size, and the store holds nothing else', async () => {
  const { rows } = await copy.pool.query<{ sha256: string; size: number }>('select sha256, size from files.content')
  expect(rows).toHaveLength(2)
  for (const { sha256, size } of rows) {
    const bytes = await buffer(await store.open(sha256))
    expect(bytes.length).toBe(size)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(rows.every(({ size }) => size === rows[0]?.size)).toBe(true)
  const files = await copy.pool.query('select name, state, media_type from files.file order by state')
  expect(files.rows).toEqual(
    ['accepted', 'accepted', 'accepted', 'refused'].map((state) => ({
      name: expect.stringMatching(/^tep-[0-9a-f]{8}\.pdf$/),
      state,
      media_type: 'application/pdf',
    })),
  )
  expect(await allIn(store)).toEqual(rows.map(({ sha256 }) => sha256).toSorted())
})

test('it is served, never released, and its trail is a new one', async () => {
  expect(await release(copy.db, 'ai đó', new Date())).toBe(false)
  await copy.pool.query('update kernel.restoration set settled_at = now()')
  expect(await release(copy.db, 'ai đó', new Date())).toBe(false)
  expect(await verifyTrail(copy.db)).toMatchObject({ ok: true })
  const platform = await serve()
  try {
    const { rows } = await copy.pool.query<{ id: string; account: string; name: string }>(
      `select d.id, a.id as account, d.applicant_name as name from services.dossier d
        join identity.account a on a.person_id = d.submitter_id and a.kind = 'citizen' limit 5`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, account, name } of rows) {
      const { token } = await startSession(copy.db, { id: account, kind: 'citizen' }, new Date(), {})
      const answer = await platform.app.request(`http://localhost/api/services/my/dossiers/${id}`, {
        headers: { Authorization: `Bearer ${token}` },
      })
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(name)])
    }
  } finally {
    await platform.close()
  }
}, 60_000)

test('a column that is left as it was is found', async () => {
  const other = await openCopy()
  try {
    await restored(other)
    const { who: _, ...task } = classified['workflow.task'] as Record<string, string>
    const declared = { ...classified, 'workflow.task': { ...task, keep: `${task['keep']} title closed_by_name` } }
    await anonymise({ db: other.db, store: createFileSystemStore(`${directory}/other`), key, declared })
    const found = await findOriginals(other.pool, originals)
    expect(found.length).toBeGreaterThan(10)
    expect(found.filter((one) => !/^(workflow.task|pg_catalog.pg_stats): /.test(one))).toEqual([])
  } finally {
    await other.drop()
  }
}, 120_000)

async function reached(table: string) {
  const { rows } = await copy.pool.query<{ is_done: boolean }>(
    `select is_done from kernel.test_copy_step where name = $1`,
    [table],
  )
  return rows[0]
}

const serve = () =>
  startPlatform(
    readConfig({}, { dataDirectory: directory, publicUrl: 'http://localhost', databasePool: 4 }),
    copy.url,
    createLog('silent'),
    { pages: false, loopDelayMs: () => 0 },
  )

async function allIn(from: ContentStore): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < 256; at += 1)
    for await (const { sha256 } of from.list(at.toString(16).padStart(2, '0'))) found.push(sha256)
  return found.toSorted()
}
