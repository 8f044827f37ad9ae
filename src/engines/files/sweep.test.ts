import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeEach, expect, test } from 'vitest'
import pg from 'pg'
import { rows, run, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { createLog } from '#kernel/log.ts'
import { system } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { recordAudit } from '#engines/audit/index.ts'
import { createFiles, filesByIds, getUsableFile, keepFiles, storeFile } from './index.ts'
import { createFilesDatabase } from './testing/files-database.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('sweep')
const { db } = database
const store = createFileSystemStore(`${directory}/files`)
const { jobs = [] } = createFiles({ store, dataDirectory: directory })

// In the past: bytes being written carry the machine’s own time, and no sweep may take them for forgotten ones.
const start = new Date(Date.now() - 30 * 86_400_000)
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

/** Work as the platform does it: one transaction, undone when it throws. */
const at = (now: Date, work: (ctx: Context) => Promise<void>) =>
  runInBackground({ db, log: createLog('silent'), now: () => now, record: recordAudit }, { requestId: 'test' }, work)

const sweep = (hours: number) =>
  at(hoursLater(hours), (ctx) => jobs.find((job) => job.name === 'sweepFiles')?.run(ctx) as Promise<void>)
const contents = async () =>
  (await rows(db, sql<{ sha256: string }>`select sha256 from files.content`)).map((row) => row.sha256)
const filesLeft = async () => (await rows(db, sql`select id from files.file`)).length

/** A file that nothing names yet. */
async function send(bytes = randomBytes(100), when = start): Promise<{ id: string; sha256: string }> {
  let sent = { id: '', sha256: '' }
  await at(when, async (ctx) => {
    sent = await storeFile(ctx, store, { name: 'a.pdf', bytes, mediaType: 'application/pdf' })
    await run(ctx.tx, sql`update files.file set kept_at = null where id = ${sent.id}`)
  })
  return sent
}

beforeEach(async () => {
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.upload`)
  await run(db, sql`delete from files.content`)
})
afterAll(async () => {
  await database.close()
  removeTestDirectory(directory)
})

test('a file that nothing names goes after two days, its content with it; one that is kept stays', async () => {
  const [loose, kept] = [await send(), await send()]
  await at(start, (ctx) => keepFiles(ctx.tx, [kept.id]))
  await sweep(47)
  expect(await filesLeft()).toBe(2)
  await sweep(49)
  expect(await filesLeft()).toBe(1)
  expect(await store.has(loose.sha256)).toBe(true)
  await sweep(50)
  expect(await store.has(loose.sha256)).toBe(false)
  expect(await contents()).toEqual([kept.sha256])
  expect(await store.has(kept.sha256)).toBe(true)
})

test('content stays while any file has it', async () => {
  const bytes = randomBytes(100)
  const [loose, kept] = [await send(bytes), await send(bytes)]
  await at(start, (ctx) => keepFiles(ctx.tx, [kept.id]))
  await sweep(49)
  await sweep(50)
  expect(await filesLeft()).toBe(1)
  expect(await store.has(loose.sha256)).toBe(true)
})

test('a file that a table of another engine refers to stays without being kept', async () => {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query(
    'create table files.draft_paper (file_id uuid references files.file (id)); grant select, insert, delete on files.draft_paper to lien_thong_app',
  )
  const { id } = await send()
  await run(db, sql`insert into files.draft_paper (file_id) values (${id})`)
  await sweep(24 * 20)
  expect(await filesLeft()).toBe(1)
  await run(db, sql`delete from files.draft_paper`)
  await sweep(24 * 20)
  expect(await filesLeft()).toBe(0)
  await owner.query('drop table files.draft_paper')
  await owner.end()
})

test('a sweep that is undone leaves no file without content', async () => {
  const { sha256 } = await send()
  const undone = at(hoursLater(49), async (ctx) => {
    await jobs.find((job) => job.name === 'sweepFiles')?.run(ctx)
    throw new Error('the server dies')
  })
  await expect(undone).rejects.toThrow('the server dies')
  expect(await filesLeft()).toBe(1)
  expect(await store.has(sha256)).toBe(true)
})

test('a file that is being put into a dossier at this moment is not swept', async () => {
  const { id } = await send()
  await at(hoursLater(49), async (ctx) => {
    await getUsableFile(ctx, id)
    await sweep(49)
    await keepFiles(ctx.tx, [id])
  })
  expect((await filesByIds(db, [id])).length).toBe(1)
})

test('content that is stored again while it is swept is there afterwards', async () => {
  const bytes = randomBytes(100)
  const { sha256 } = await send(bytes)
  await run(db, sql`delete from files.file`)
  await Promise.all(
    Array.from({ length: 6 }, async (_, index) => (index % 2 === 0 ? sweep(50) : send(bytes, hoursLater(50)))),
  )
  expect(await filesLeft()).toBe(3)
  expect(await contents()).toEqual([sha256])
  expect(await store.has(sha256)).toBe(true)
})

test('what is gone cannot be kept, and what is kept is answered in the order asked for', async () => {
  const [one, other] = [await send(), await send()]
  expect((await filesByIds(db, [other.id, randomUUID(), one.id])).map((file) => file.id)).toEqual([other.id, one.id])
  await expect(at(start, (ctx) => keepFiles(ctx.tx, [one.id, randomUUID()]))).rejects.toMatchObject({
    code: 'fileGone',
    status: 409,
  })
  await at(start, (ctx) => keepFiles(ctx.tx, [one.id, one.id]))
})

test('a file can be used by its sender only, and only when it was accepted', async () => {
  const { id } = await send()
  const as = (account: string) =>
    at(start, async (ctx) => void (await getUsableFile({ ...ctx, actor: { ...system, account } }, id)))
  await as('system')
  await expect(as('somebody')).rejects.toMatchObject({ code: 'notFound' })
  await run(db, sql`update files.file set state = 'received'`)
  await expect(as('system')).rejects.toMatchObject({ code: 'fileNotReady', status: 422 })
  await run(db, sql`update files.file set state = 'refused', refusal = 'macros'`)
  await expect(as('system')).rejects.toMatchObject({ code: 'macros', status: 422 })
})

test('a generated paper is kept at once, with its content on the disk before the commit', async () => {
  let stored = ''
  const undone = at(start, async (ctx) => {
    stored = (
      await storeFile(ctx, store, { name: 'Giấy hẹn.pdf', bytes: Buffer.from('%PDF'), mediaType: 'application/pdf' })
    ).sha256
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect([await filesLeft(), await store.has(stored)]).toEqual([0, true])
  await at(
    start,
    async (ctx) =>
      void (await storeFile(ctx, store, {
        name: 'Giấy hẹn.pdf',
        bytes: Buffer.from('%PDF'),
        mediaType: 'application/pdf',
      })),
  )
  await sweep(24 * 400)
  expect(await filesLeft()).toBe(1)
})

test('content that the database never heard of is found within sixteen days, once it is old', async () => {
  const { sha256: known } = await send()
  const { sha256: unknown } = await store.put(randomBytes(50))
  const { sha256: fresh } = await store.put(randomBytes(50))
  const path = (sha256: string) => `${directory}/files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  for (const old of [known, unknown]) utimesSync(path(old), start, start)
  utimesSync(path(fresh), hoursLater(24 * 30), hoursLater(24 * 30))
  for (let day = 3; day < 19; day += 1)
    await at(
      hoursLater(24 * day),
      (ctx) => jobs.find((job) => job.name === 'sweepUnknownContent')?.run(ctx) as Promise<void>,
    )
  expect([await store.has(known), await store.has(unknown), await store.has(fresh)]).toEqual([true, false, true])
})

test('unfinished uploads go after a day, with their bytes, and so do bytes that belong to nothing', async () => {
  const id = randomUUID()
  mkdirSync(`${directory}/uploads`, { recursive: true })
  await run(
    db,
    sql`insert into files.upload (id, owner_account, name, length, created_at) values (${id}, 'lan', 'a.pdf', 100, ${start})`,
  )
  for (const name of [id, `${id}.cleaned`, randomUUID(), 'odd']) {
    writeFileSync(`${directory}/uploads/${name}`, 'half')
    utimesSync(`${directory}/uploads/${name}`, start, start)
  }
  await sweep(23)
  expect(existsSync(`${directory}/uploads/${id}`)).toBe(true)
  await sweep(25)
  expect(existsSync(`${directory}/uploads/${id}`)).toBe(false)
  expect(await rows(db, sql`select 1 from files.upload`)).toEqual([])
})
