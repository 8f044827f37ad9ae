import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { find, get, rows, run, sql } from '#kernel/database/query.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { eicar, startClamd, type SimulatedClamd } from '#sandbox/clamd/clamd.ts'
import { createChecker } from '../check/checker.ts'
import { uploadFolderIn } from '../file-routes.ts'
import { createFilesDatabase } from '../testing/files-database.ts'
import { people, startFilesServer, tokens, type FilesServer } from '../testing/files-server.ts'
import { makePdf } from '../testing/make-pdf.ts'
import { jpeg, jpegSegment, jpegWith } from '../testing/make-picture.ts'
import { uploadClient } from '../testing/upload-client.ts'
import type { Context } from '#kernel/operations/context.ts'
import { forgetPlace, listSentFiles } from '../sent-files.ts'
import { sweepFiles } from '../sweep.ts'
import { readWaitingFiles } from '../waiting.ts'
import { finishWaiting } from './finish-waiting.ts'
import { rescanContent } from './rescan.ts'
import { createScanner, type Scanner } from './scanner.ts'

const database = await createFilesDatabase()
const { db } = database
const directory = makeTestDirectory('scan')
const store = createFileSystemStore(`${directory}/files`)
const start = new Date('2026-11-25T08:00:00Z')
const minute = 60_000
let now = start
let clamd: SimulatedClamd
let scanner: Scanner
let server: FilesServer
let lan: ReturnType<typeof uploadClient>

beforeEach(async () => {
  now = start
  clamd = await startClamd({ port: 0 })
  scanner = createScanner(clamd.url, { connect: 2000, silence: 2000 })
  server = await startFilesServer({
    db,
    dataDirectory: directory,
    store,
    scanner,
    now: () => now,
    mayRead: [
      async (_db, { kind }) => (kind === 'staff' ? { objectType: 'dossier', objectId: 'd1', subjects: [] } : undefined),
    ],
  })
  lan = uploadClient(server.url, 'lan')
})
afterEach(async () => {
  await server.close()
  await clamd.close()
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.upload`)
  await run(db, sql`delete from files.content`)
})
afterAll(async () => {
  await database.close()
  removeTestDirectory(directory)
})

const infected = makePdf({ objects: [{ entries: '', bytes: Buffer.from(eicar) }] })
const metadata = async (id: string) => (await lan.get(`/api/files/${id}`)).json() as Promise<Record<string, unknown>>
const problemOf = async (answer: Response) =>
  (await answer.json()) as { code: string; words: { vi: string; en: string } }
const stateOf = async (id: string) => (await metadata(id))['state']
const never = new AbortController().signal
const unasked = () =>
  finishWaiting({ ...server.runner, store, scanner, folder: uploadFolderIn(directory), check: createChecker() }, never)
const rescan = () => rescanContent({ ...server.runner, store, scanner }, never)
const verdicts = () =>
  rows(
    db,
    sql<{
      scannedBy: string
      scannedAt: Date
      malware: string
    }>`select scanned_by, scanned_at, malware from files.content
      order by malware nulls first`,
  )
const newer = 'ClamAV 1.4.3/27813/Fri Nov 27 08:24:13 2026'

test('what was scanned is accepted, and the content says who found nothing and when', async () => {
  const { id, answer } = await lan.send('a.pdf', makePdf())
  expect([answer.status, await stateOf(id), clamd.scanned]).toEqual([204, 'accepted', 1])
  expect(await verdicts()).toEqual([{ scannedBy: clamd.version, scannedAt: start, malware: null }])
})

test('malware is refused in both languages, stored nowhere, and the log names the signature', async () => {
  const { id, answer } = await lan.send('a.pdf', infected)
  expect(answer.status).toBe(422)
  expect(await problemOf(answer)).toMatchObject({
    code: 'malware',
    words: { vi: expect.stringContaining('mã độc') as string, en: expect.stringContaining('malware') as string },
  })
  expect(await metadata(id)).toMatchObject({ state: 'refused', sha256: null, refusal: { code: 'malware' } })
  expect(server.told).toMatchObject([{ file: id, refused: 'malware', detail: 'Eicar-Test-Signature' }])
  expect(await find(db, sql`select 1 from files.content`)).toBeUndefined()
  expect(await uploadFolderIn(directory).sizeOf(id)).toBe(0)
})

test('what is scanned is what is stored: malware in the metadata of a photograph is cut out before', async () => {
  const { id, answer } = await lan.send('a.jpg', jpegWith(jpegSegment(0xfe, Buffer.from(eicar))))
  expect([answer.status, clamd.scanned]).toEqual([204, 1])
  expect((await buffer(await store.open((await metadata(id))['sha256'] as string))).length).toBe(jpeg.length)
})

test('without a scanner in the configuration files are accepted and nothing says that they were scanned', async () => {
  const unscanned = await startFilesServer({ db, dataDirectory: directory, store })
  const { answer } = await uploadClient(unscanned.url, 'lan').send('a.pdf', infected)
  await unscanned.close()
  expect(answer.status).toBe(204)
  expect(await verdicts()).toEqual([{ scannedBy: null, scannedAt: null, malware: null }])
})

const away: [string, () => unknown, () => unknown][] = [
  ['is away', () => clamd.close(), async () => (clamd = await startClamd({ port: Number(new URL(clamd.url).port) }))],
  ['hangs', () => (clamd.mood = 'hang'), () => (clamd.mood = 'well')],
  ['cuts the line in its answer', () => (clamd.mood = 'cut'), () => (clamd.mood = 'well')],
  ['answers that it cannot', () => (clamd.mood = 'error'), () => (clamd.mood = 'well')],
  ['takes no file of this size', () => (clamd.maxLength = 100), () => (clamd.maxLength = 1e9)],
]

test.each(away)('a file waits while the scanner %s, and goes on when it is asked for again', async (_, goes, comes) => {
  await goes()
  const { id, answer } = await lan.send('a.pdf', makePdf())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await problemOf(answer)).toMatchObject({
    code: 'scanWaits',
    words: { vi: expect.stringContaining('chờ quét') as string, en: expect.stringContaining('waits') as string },
  })
  expect(await stateOf(id)).toBe('received')
  expect((await lan.get(`/files/${id}`)).status).toBe(404)
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(503)
  await comes()
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(200)
  expect(await stateOf(id)).toBe('accepted')
})

test.each(away)('a file waits while the scanner %s, and goes on when nobody asks', async (_, goes, comes) => {
  await goes()
  const { id } = await lan.send('a.pdf', makePdf())
  const bad = await lan.send('b.pdf', infected)
  now = new Date(start.getTime() + 2 * minute)
  await unasked().catch(() => {})
  expect(await stateOf(id)).toBe('received')
  await comes()
  await unasked()
  expect([await stateOf(id), await stateOf(bad.id)]).toEqual(['accepted', 'refused'])
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(200)
  expect((await lan.tell(`/uploads/${bad.id}`)).status).toBe(422)
})

test('a file waits for days while the scanner is away, is scanned when it is back, and can still be used then', async () => {
  clamd.mood = 'error'
  const { id } = await lan.send('a.pdf', makePdf())
  const days = (count: number) => new Date(start.getTime() + count * 24 * 60 * minute)
  const sweep = () =>
    db.transaction((tx) => sweepFiles({ tx, now: () => now } as Context, store, uploadFolderIn(directory)))
  now = days(5)
  await sweep()
  expect(await readWaitingFiles(db)).toEqual({ waiting: 1, oldest: start })
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(503)
  clamd.mood = 'well'
  await unasked()
  now = days(6)
  await sweep()
  expect((await lan.get(`/files/${id}`)).status).toBe(200)
  now = days(8)
  await sweep()
  expect((await lan.get(`/files/${id}`)).status).toBe(404)
})

test('a file that waited is found where it was to go, also when the page that sent it is gone, until it is put there', async () => {
  const attach = '/services/drafts/1/papers'
  const ctx = { tx: db, actor: people[tokens.lan] } as unknown as Context
  clamd.mood = 'error'
  const { id } = await lan.send('a.pdf', makePdf(), { attach, paper: 'cccd' })
  await lan.send('b.pdf', makePdf())
  expect(await listSentFiles(ctx, attach)).toEqual([{ id, paper: 'cccd', name: 'a.pdf', isScanned: false }])
  clamd.mood = 'well'
  now = new Date(start.getTime() + 2 * minute)
  await unasked()
  expect(await listSentFiles(ctx, attach)).toMatchObject([{ id, isScanned: true }])
  expect(await listSentFiles({ ...ctx, actor: people[tokens.minh] } as unknown as Context, attach)).toEqual([])
  await forgetPlace(db, id)
  expect(await listSentFiles(ctx, attach)).toEqual([])
})

test('the background leaves a file to its sender for a minute, and one that was given up for good', async () => {
  clamd.mood = 'error'
  const [fresh, dropped] = [await lan.send('a.pdf', makePdf()), await lan.send('b.pdf', makePdf())]
  await lan.giveUp(`/uploads/${dropped.id}`)
  clamd.mood = 'well'
  await unasked()
  expect(await stateOf(fresh.id)).toBe('received')
  now = new Date(start.getTime() + 2 * minute)
  await unasked()
  expect([await stateOf(fresh.id), await stateOf(dropped.id)]).toEqual(['accepted', 'received'])
})

test('sender and background may finish the same file at once', async () => {
  clamd.mood = 'error'
  const { id } = await lan.send('a.jpg', jpeg)
  const bad = await lan.send('b.pdf', infected)
  clamd.mood = 'well'
  now = new Date(start.getTime() + 2 * minute)
  const both = [unasked(), lan.tell(`/uploads/${id}`), lan.tell(`/uploads/${bad.id}`)]
  const [, told, toldBad] = await Promise.all(both)
  expect([told?.status, toldBad?.status]).toEqual([200, 422])
  expect([await stateOf(id), await stateOf(bad.id)]).toEqual(['accepted', 'refused'])
})

test('two checks of one photograph never write its bytes without metadata to the same place, and nothing of either is left', async () => {
  clamd.mood = 'error'
  const { id } = await lan.send('a.jpg', jpegWith(jpegSegment(0xe1, Buffer.from('Exif'))))
  const places = new Set<string>()
  const folder = uploadFolderIn(directory)
  const check = createChecker()
  const parts = { ...server.runner, store, scanner, folder }
  const watched = (file: Parameters<typeof check>[0]) => check((places.add(file.cleanedPath), file))
  now = new Date(start.getTime() + 2 * minute)
  await finishWaiting({ ...parts, check: watched }, never)
  clamd.mood = 'well'
  await finishWaiting({ ...parts, check: watched }, never)
  expect([places.size, await stateOf(id)]).toEqual([2, 'accepted'])
  const left = readdirSync(dirname(folder.pathOf(id))).filter((name) => name.startsWith(id))
  expect(left).toEqual([])
})

test('a form goes on from the file that waits, without sending it again', async () => {
  const post = (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ return: '/nop/1', paper: 'cccd', ...fields })) form.append(name, value)
    return fetch(`${server.url}/uploads/form`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { Authorization: `Bearer ${tokens.lan}`, 'Sec-Fetch-Site': 'same-origin' },
    })
  }
  clamd.mood = 'error'
  const first = await post({ file: new File([new Uint8Array(makePdf())], 'a.pdf') })
  const waits = new URL(first.headers.get('location') as string, server.url).searchParams
  const id = waits.get('file') as string
  expect(Object.fromEntries(waits)).toEqual({ paper: 'cccd', file: id, error: 'scanWaits' })
  expect((await post({ sent: id })).headers.get('location')).toContain('error=scanWaits')
  clamd.mood = 'well'
  expect((await post({ sent: id })).headers.get('location')).toBe(`/nop/1?paper=cccd&file=${id}`)
  expect(await stateOf(id)).toBe('accepted')
  expect((await post({ sent: 'x' })).headers.get('location')).toContain('error=notFound')
})

test('newer signatures find what older ones did not: nobody reads it any more, and log and trail say so', async () => {
  clamd.signatures.clear()
  const [{ id }, other] = [await lan.send('a.pdf', infected), await lan.send('b.pdf', makePdf())]
  await rescan()
  expect(clamd.scanned).toBe(2)

  Object.assign(clamd, { version: newer })
  clamd.signatures.set(eicar, 'Eicar-Test-Signature')
  await rescan()
  expect(await metadata(id)).toMatchObject({ state: 'refused', refusal: { code: 'malware' } })
  expect((await verdicts()).map((one) => [one.scannedBy, one.malware])).toEqual([
    [newer, null],
    [newer, 'Eicar-Test-Signature'],
  ])
  for (const reader of [lan, uploadClient(server.url, 'official')]) {
    for (const path of [`/files/${id}`, `/files/${id}/preview`]) {
      const answer = await reader.get(path)
      expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'fileBlocked'])
    }
  }
  expect((await lan.get(`/files/${other.id}`)).status).toBe(200)
  expect((await uploadClient(server.url, 'minh').get(`/files/${id}`)).status).toBe(404)
  expect(server.log).toMatchObject([{ files: [id], malware: 'Eicar-Test-Signature', by: newer }])
  const entry = () =>
    get(
      db,
      sql<{ objects: string[]; details: string }>`select objects, details::text from audit.entry
        where operation = 'files.rescan' order by id desc limit 1`,
    )
  expect(await entry()).toMatchObject({
    objects: [`file:${id}`],
    details: expect.stringContaining('Eicar-Test-Signature') as string,
  })

  // A false alarm is taken back by the signatures after it.
  Object.assign(clamd, { version: `${newer} ` })
  clamd.signatures.clear()
  await rescan()
  expect((await lan.get(`/files/${id}`)).status).toBe(200)
})

test('only content of the last thirty days is scanned again, also such as was never scanned', async () => {
  const unscanned = await startFilesServer({ db, dataDirectory: directory, store, now: () => now })
  await uploadClient(unscanned.url, 'lan').send('a.pdf', makePdf())
  now = new Date(start.getTime() + 31 * 24 * 60 * minute)
  await uploadClient(unscanned.url, 'lan').send('b.pdf', infected)
  await unscanned.close()
  await rescan()
  expect(await verdicts()).toMatchObject([
    { scannedBy: null },
    { scannedBy: clamd.version, scannedAt: now, malware: 'Eicar-Test-Signature' },
  ])
})

test('content that cannot be read does not hold up the others', async () => {
  const { id } = await lan.send('a.pdf', makePdf())
  await lan.send('b.pdf', infected)
  await lan.send('c.jpg', jpeg)
  await store.delete((await metadata(id))['sha256'] as string)
  Object.assign(clamd, { version: newer })
  await rescan()
  expect((await verdicts()).filter((one) => one.scannedBy === newer).length).toBe(1)
  expect(server.log).toMatchObject([{ sha256: (await metadata(id))['sha256'] }])
})

test('bytes that are not those of the digest are never clean', async () => {
  const bytes = Buffer.from('%PDF')
  await expect(
    scanner.scan(async function* () {
      yield bytes
    }, '0'.repeat(64)),
  ).rejects.toMatchObject({
    code: 'scanWaits',
    cause: { message: expect.stringContaining('changed') as string },
  })
})

test('a local socket does as well', async () => {
  const local = await startClamd({ path: `${directory}/clamd.sock` })
  expect(await createScanner(local.url).version()).toBe(local.version)
  await local.close()
})
