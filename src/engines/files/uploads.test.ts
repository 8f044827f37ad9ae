import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { find, run, sql } from '#kernel/database/query.ts'
import { storageFull, type ContentStore } from '#kernel/storage/content-store.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createFilesDatabase } from './testing/files-database.ts'
import { startFilesServer, tokens, type FilesServer } from './testing/files-server.ts'
import { makePdf } from './testing/make-pdf.ts'
import { jpeg, jpegSegment, jpegWith } from './testing/make-picture.ts'
import { uploadClient } from './testing/upload-client.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('uploads')
const { db } = database
let clock = new Date('2026-11-25T08:00:00Z')
const fullStore = { isFull: false }
const disk = createFileSystemStore(`${directory}/files`)
const store: ContentStore = {
  ...disk,
  put: async (source) => (fullStore.isFull ? Promise.reject(storageFull(undefined)) : disk.put(source)),
}
let server: FilesServer

beforeEach(async () => {
  server = await startFilesServer({
    db,
    dataDirectory: directory,
    store,
    now: () => clock,
    limits: { silence: 3000, waitingBytes: { citizen: 30_000_000, staff: 1e9 } },
  })
})
afterEach(async () => {
  expect(server.log.filter(({ err }) => (err as { code?: string }).code !== 'storageFull')).toEqual([])
  await server.close()
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.upload`)
  clock = new Date('2026-11-25T08:00:00Z')
})
afterAll(async () => {
  await database.close()
  removeTestDirectory(directory)
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const locationOf = (answer: Response) => answer.headers.get('location') as string
const offsetOf = (answer: Response) => Number(answer.headers.get('upload-offset'))
const largePdf = makePdf({ objects: [{ entries: '', bytes: randomBytes(3_000_000) }] })

/** A body that stops for ever, or breaks, after these bytes. */
const broken = (bytes: Buffer) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(bytes))
      setTimeout(() => controller.error(new Error('the line broke')), 150)
    },
  })

test('a file comes in parts, is checked and stored, and its sender reads what it is', async () => {
  const lan = uploadClient(server.url, 'lan')
  const begun = await lan.begin('Đơn đề nghị.pdf', largePdf.length)
  expect([begun.status, begun.headers.get('tus-resumable')]).toEqual([201, '1.0.0'])
  const first = await lan.bring(locationOf(begun), 0, new Uint8Array(largePdf.subarray(0, 1_000_000)))
  expect([first.status, offsetOf(first)]).toEqual([204, 1_000_000])
  const last = await lan.bring(locationOf(begun), 1_000_000, new Uint8Array(largePdf.subarray(1_000_000)))
  expect([last.status, offsetOf(last)]).toEqual([204, largePdf.length])

  const id = locationOf(begun).slice(9)
  const file = await (await lan.get(`/api/files/${id}`)).json()
  expect(file).toMatchObject({
    id,
    name: 'Đơn đề nghị.pdf',
    size: largePdf.length,
    state: 'accepted',
    mediaType: 'application/pdf',
    pages: 1,
    sha256: sha256(largePdf),
    refusal: null,
  })
  expect((await buffer(await disk.open(sha256(largePdf)))).equals(largePdf)).toBe(true)
  expect(existsSync(`${directory}/uploads/${id}`)).toBe(false)
})

test('an upload whose line broke goes on where it broke and is intact', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', largePdf.length))
  await expect(lan.bring(location, 0, broken(largePdf.subarray(0, 1_234_567)) as never)).rejects.toThrow()
  const offset = offsetOf(await lan.tell(location))
  expect(offset).toBe(1_234_567)
  expect((await lan.bring(location, offset, new Uint8Array(largePdf.subarray(offset)))).status).toBe(204)
  expect(await disk.has(sha256(largePdf))).toBe(true)
})

test('whoever continues need not wait for the server to notice that the first line is dead', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', largePdf.length))
  let stop = () => {}
  const hanging = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(largePdf.subarray(0, 500_000)))
      stop = () => controller.close()
    },
  })
  const first = lan.bring(location, 0, hanging as never).then(
    (answer) => answer.status,
    () => 'broken',
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  const offset = offsetOf(await lan.tell(location))
  expect(offset).toBe(500_000)
  expect((await lan.bring(location, offset, new Uint8Array(largePdf.subarray(offset)))).status).toBe(204)
  stop()
  expect([409, 'broken']).toContain(await first)
})

test('a line on which nothing comes any more is let go, and what came is kept', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 1000))
  const silent = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) })
  const answer = await lan.bring(location, 0, silent as never).then(codeOf, () => 'broken')
  expect(['uploadBroken', 'broken']).toContain(answer)
  expect(offsetOf(await lan.tell(location))).toBe(10)
})

test('two uploads side by side do not mix', async () => {
  const lan = uploadClient(server.url, 'lan')
  const files = [0, 1].map((index) => makePdf({ objects: [{ entries: '', bytes: randomBytes(300_000 + index) }] }))
  const places = await Promise.all(
    files.map(async (file, index) => locationOf(await lan.begin(`${index}.pdf`, file.length))),
  )
  for (let at = 0; at < 400_000; at += 50_000) {
    await Promise.all(
      files.map(async (file, index) => {
        const part = file.subarray(at, at + 50_000)
        if (part.length > 0)
          expect((await lan.bring(places[index] as string, at, new Uint8Array(part))).status).toBe(204)
      }),
    )
  }
  for (const file of files) expect((await buffer(await disk.open(sha256(file)))).equals(file)).toBe(true)
})

test('a part whose check sum is wrong counts for nothing and can be sent again', async () => {
  const lan = uploadClient(server.url, 'lan')
  const bytes = makePdf()
  const location = locationOf(await lan.begin('a.pdf', bytes.length))
  const part = bytes.subarray(0, 200)
  const sum = (algorithm: string, of: Buffer) => ({
    'Upload-Checksum': `${algorithm} ${createHash(algorithm).update(of).digest('base64')}`,
  })
  const wrong = await lan.bring(location, 0, new Uint8Array(part), sum('sha256', Buffer.from('khác')))
  expect([wrong.status, await codeOf(wrong)]).toEqual([460, 'wrongChecksum'])
  expect(offsetOf(await lan.tell(location))).toBe(0)
  // A piece of a part proves nothing.
  await expect(lan.bring(location, 0, broken(part.subarray(0, 100)) as never, sum('sha256', part))).rejects.toThrow()
  expect(offsetOf(await lan.tell(location))).toBe(0)
  expect(offsetOf(await lan.bring(location, 0, new Uint8Array(part), sum('sha1', part)))).toBe(200)
  expect((await lan.bring(location, 200, new Uint8Array(bytes.subarray(200)))).status).toBe(204)
})

test('a digest given for the whole file is compared with what came', async () => {
  const lan = uploadClient(server.url, 'lan')
  const bytes = makePdf()
  const sendAs = async (digest: string) => {
    const metadata = { 'Upload-Metadata': `filename ${btoa('a.pdf')},sha256 ${btoa(digest)}` }
    return lan.bring(locationOf(await lan.begin('', bytes.length, metadata)), 0, new Uint8Array(bytes))
  }
  expect((await sendAs(sha256(bytes))).status).toBe(204)
  expect(await codeOf(await sendAs(sha256(Buffer.from('khác'))))).toBe('wrongChecksum')
})

test('two gigabytes are refused before anything is sent, and so is an unknown size', async () => {
  const lan = uploadClient(server.url, 'lan')
  const large = await lan.begin('a.pdf', 2 * 1024 ** 3)
  expect([large.status, await codeOf(large)]).toEqual([413, 'uploadTooLarge'])
  for (const length of ['', '0', '-1', 'x']) expect((await lan.begin('a.pdf', length)).status).toBe(400)
  expect((await lan.begin('a.pdf', 10, { 'Upload-Defer-Length': '1' })).status).toBe(400)
})

test('no more comes in than was declared', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 100))
  expect((await lan.bring(location, 0, new Uint8Array(101))).status).toBe(413)
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(60)) })
  const answer = await lan.bring(location, 0, endless as never).then(
    (one) => one.status,
    () => 'broken',
  )
  expect([413, 'broken']).toContain(answer)
  expect(offsetOf(await lan.tell(location))).toBe(0)
})

test('of a part that is longer than the rest nothing counts, so the beginning of another file becomes no file', async () => {
  const lan = uploadClient(server.url, 'lan')
  const bytes = makePdf()
  const location = locationOf(await lan.begin('a.pdf', bytes.length))
  await lan.bring(location, 0, new Uint8Array(bytes.subarray(0, 50)))
  const longer = new ReadableStream({
    async start(controller) {
      controller.enqueue(new Uint8Array(bytes.subarray(50)))
      await new Promise((resolve) => setTimeout(resolve, 200))
      controller.enqueue(new Uint8Array(10))
      controller.close()
    },
  })
  expect(await codeOf(await lan.bring(location, 50, longer as never))).toBe('uploadTooLarge')
  const told = await lan.tell(location)
  expect([told.status, offsetOf(told)]).toEqual([200, 50])
  expect((await lan.bring(location, 50, new Uint8Array(bytes.subarray(50)))).status).toBe(204)
})

test('a part of another media type and metadata that nobody can read are refused', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 100))
  const answer = await lan.bring(location, 0, new Uint8Array(10), { 'Content-Type': 'application/octet-stream' })
  expect([answer.status, await codeOf(answer)]).toEqual([415, 'uploadMediaType'])
  expect(offsetOf(await lan.tell(location))).toBe(0)
  for (const metadata of [
    'filename !!!!',
    'filename YS5wZG',
    'filename /w==',
    'filename YQ==,filename YQ==',
    'a b c',
    ',',
  ])
    expect((await lan.begin('', 100, { 'Upload-Metadata': metadata })).status).toBe(400)
  for (const metadata of ['', 'filename', 'filename YQ==, is_confidential'])
    expect((await lan.begin('', 100, { 'Upload-Metadata': metadata })).status).toBe(201)
})

test('an upload of somebody else does not exist, for whatever one asks', async () => {
  const location = locationOf(await uploadClient(server.url, 'lan').begin('a.pdf', 100))
  for (const sender of ['minh', 'official'] as const) {
    const other = uploadClient(server.url, sender)
    expect((await other.tell(location)).status).toBe(404)
    expect((await other.bring(location, 0, new Uint8Array(10))).status).toBe(404)
    expect((await other.giveUp(location)).status).toBe(404)
    expect((await other.get(`/api/files/${location.slice(9)}`)).status).toBe(404)
  }
  expect((await uploadClient(server.url).begin('a.pdf', 100)).status).toBe(401)
  expect((await uploadClient(server.url, 'partner').begin('a.pdf', 100)).status).toBe(403)
  expect((await uploadClient(server.url, 'lan').tell('/uploads/..%2f..%2fetc')).status).toBe(404)
  expect(offsetOf(await uploadClient(server.url, 'lan').tell(location))).toBe(0)
})

test('a part that does not follow what has come is refused', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 100))
  const answer = await lan.bring(location, 50, new Uint8Array(10))
  expect([answer.status, await codeOf(answer)]).toEqual([409, 'uploadOffset'])
})

const left = ({ headers }: Response) =>
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'].map((name) => headers.get(name))

test('an account has a bound for bytes that lie unused and for uploads in an hour', async () => {
  const lan = uploadClient(server.url, 'lan')
  const first = await lan.begin('a.pdf', 20_000_000)
  expect([first.status, ...left(first)]).toEqual([201, '200', '199', '3600', null])
  const over = await lan.begin('a.pdf', 20_000_000)
  expect([over.status, await codeOf(over)]).toEqual([429, 'tooManyUploads'])
  expect(left(over)).toEqual(['200', '0', '600', '600'])
  expect((await uploadClient(server.url, 'minh').begin('a.pdf', 20_000_000)).status).toBe(201)
  // Ten at a time: the platform turns away an account that asks for more at once.
  const statuses: number[] = []
  while (statuses.length < 210)
    statuses.push(...(await Promise.all(Array.from({ length: 10 }, async () => (await lan.begin('a.pdf', 1)).status))))
  expect(statuses.filter((status) => status === 201).length).toBe(199)
  const [limit, remaining, reset, retry] = left(await lan.begin('a.pdf', 1))
  expect([limit, remaining, retry]).toEqual(['200', '0', reset])
  expect(Number(reset)).toBeGreaterThan(3500)
})

test('an upload that was given up is gone and frees its bytes', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 25_000_000))
  await lan.bring(location, 0, new Uint8Array(1000))
  expect((await lan.giveUp(location)).status).toBe(204)
  expect((await lan.tell(location)).status).toBe(404)
  expect(existsSync(`${directory}/uploads/${location.slice(9)}`)).toBe(false)
  expect((await lan.begin('a.pdf', 25_000_000)).status).toBe(201)
})

test('after a day an upload is over', async () => {
  const lan = uploadClient(server.url, 'lan')
  const location = locationOf(await lan.begin('a.pdf', 100))
  clock = new Date('2026-11-26T08:00:01Z')
  const answer = await lan.bring(location, 0, new Uint8Array(10))
  expect([answer.status, await codeOf(answer)]).toEqual([410, 'uploadExpired'])
})

test('a refused file says why, in both languages, and stays refused', async () => {
  const lan = uploadClient(server.url, 'lan')
  const { id, answer } = await lan.send('Ảnh.jpg', Buffer.from('MZ\x90\0this program cannot be run in DOS mode'))
  expect(answer.status).toBe(422)
  // The log says it under the number that the sender was told.
  expect(server.told).toMatchObject([{ file: id, requestId: answer.headers.get('x-request-id') }])
  expect(await answer.json()).toMatchObject({
    code: 'typeNotAllowed',
    words: { vi: expect.stringContaining('không nhận') as string },
  })
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(422)
  expect(await (await lan.get(`/api/files/${id}`)).json()).toMatchObject({
    state: 'refused',
    sha256: null,
    refusal: { code: 'typeNotAllowed' },
  })
})

test('the name must fit the content; a name without ending gets one', async () => {
  const lan = uploadClient(server.url, 'lan')
  expect(await codeOf((await lan.send('a.png', makePdf())).answer)).toBe('nameMismatch')
  expect(await codeOf((await lan.send('a.pdf.exe', makePdf())).answer)).toBe('nameMismatch')
  const { id } = await lan.send('Giấy phép số 12.2026', makePdf())
  expect(await (await lan.get(`/api/files/${id}`)).json()).toMatchObject({ name: 'Giấy phép số 12.2026.pdf' })
})

test('a photograph is stored without its metadata, and both digests are known', async () => {
  const lan = uploadClient(server.url, 'lan')
  const sent = jpegWith(jpegSegment(0xfe, Buffer.from('chụp ở nhà')))
  const { id } = await lan.send('IMG_1.JPG', sent)
  const file = (await (await lan.get(`/api/files/${id}`)).json()) as {
    sha256: string
    sentSha256: string
    width: number
  }
  expect(file).toMatchObject({ sentSha256: sha256(sent), width: 16 })
  const stored = await buffer(await disk.open(file.sha256))
  expect(stored.length).toBe(jpeg.length)
  expect(stored.includes('chụp')).toBe(false)
})

test('a full disk takes nothing, says so, and the upload goes through when there is space', async () => {
  const lan = uploadClient(server.url, 'lan')
  fullStore.isFull = true
  const { id, answer } = await lan.send('a.pdf', makePdf())
  expect([answer.status, answer.headers.get('retry-after'), await codeOf(answer)]).toEqual([507, '60', 'storageFull'])
  expect(await (await lan.get(`/api/files/${id}`)).json()).toMatchObject({ state: 'received', sha256: null })
  expect((await lan.tell(`/uploads/${id}`)).status).toBe(507)
  fullStore.isFull = false
  const told = await lan.tell(`/uploads/${id}`)
  expect([told.status, offsetOf(told)]).toEqual([200, makePdf().length])
  expect(await (await lan.get(`/api/files/${id}`)).json()).toMatchObject({ state: 'accepted' })
})

test('uploads leave the reserve of the disk free', async () => {
  const small = await startFilesServer({ db, dataDirectory: directory, limits: { reserve: Number.MAX_SAFE_INTEGER } })
  expect((await uploadClient(small.url, 'lan').begin('a.pdf', 100)).status).toBe(507)
  await small.close()
})

test('what the server offers is told to whoever asks', async () => {
  const answer = await fetch(`${server.url}/uploads`, { method: 'OPTIONS' })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('tus-extension')).toContain('checksum')
  expect(answer.headers.get('tus-max-size')).toBe(String(25 * 1024 * 1024))
  const old = await uploadClient(server.url, 'lan').begin('a.pdf', 10, { 'Tus-Resumable': '0.2.2' })
  expect([old.status, old.headers.get('tus-version')]).toEqual([412, '1.0.0'])
})

test('a page of another site cannot send a file with our cookie', async () => {
  const answer = await fetch(`${server.url}/uploads`, {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '10',
      Authorization: `Bearer ${tokens.lan}`,
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
    },
  })
  expect(answer.status).toBe(403)
  expect(await find(db, sql`select 1 from files.upload`)).toBeUndefined()
})
