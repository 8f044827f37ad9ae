import type { Queries } from '#kernel/database/connect.ts'
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, afterEach, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { AuditRecord } from '#kernel/operations/run-operation.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { recordAudit } from '#engines/audit/index.ts'
import type { MayRead } from './index.ts'
import { createFilesDatabase } from './testing/files-database.ts'
import { startFilesServer, people, tokens } from './testing/files-server.ts'
import { makePdf } from './testing/make-pdf.ts'
import { jpeg } from './testing/make-picture.ts'
import { docx } from './testing/make-zip.ts'
import { uploadClient } from './testing/upload-client.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('downloads')
const { db } = database
const dossier = '01931f6e-2f00-7000-8000-0000000000d1'
const subject = people[tokens.lan]?.person as string
/** Files that belong to the dossier, which the official sees. */
const papers = new Set<string>()
const mayRead: MayRead = async (_db, actor, id) =>
  actor.kind === 'staff' && papers.has(id)
    ? { objectType: 'dossier', objectId: dossier, subjects: [subject] }
    : undefined
const audit = { isBroken: false }
const record = (tx: Queries, entry: AuditRecord) =>
  audit.isBroken ? Promise.reject(new Error('no trail')) : recordAudit(tx, entry)
const server = await startFilesServer({ db, dataDirectory: directory, mayRead: [mayRead], record })
const lan = uploadClient(server.url, 'lan')
const official = uploadClient(server.url, 'official')

afterEach(() => run(db, sql`delete from files.file`))
afterAll(async () => {
  await server.close()
  await database.close()
  removeTestDirectory(directory)
})

const bytes = makePdf({ objects: [{ entries: '', bytes: randomBytes(600_000) }] })
const sent = async (name = 'Đơn.pdf', content = bytes) => (await lan.send(name, content)).id
const trail = () =>
  rows(
    db,
    sql<{
      operation: string
      subjects: string[]
      objects: string[]
    }>`select operation, subjects, objects from audit.entry order by id`,
  )
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('the sender gets back what was sent, as an attachment that no browser runs', async () => {
  const answer = await lan.get(`/files/${await sent()}`)
  expect((await bodyOf(answer)).equals(bytes)).toBe(true)
  const headers = Object.fromEntries(answer.headers)
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="Don.pdf"; filename*=UTF-8''%C4%90%C6%A1n.pdf`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
  })
  expect(headers['content-encoding']).toBeUndefined()
})

test('strangers, other citizens and officials without a right learn nothing', async () => {
  const id = await sent()
  for (const sender of ['minh', 'official', 'partner', undefined] as const) {
    for (const path of [`/files/${id}`, `/files/${id}/preview`]) {
      const answer = await uploadClient(server.url, sender).get(path)
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'notFound'])
    }
  }
  for (const path of [
    '/files/01931f6e-2f00-7000-8000-000000000000',
    '/files/x',
    "/files/1'--",
    '/files/..%2f..%2fetc%2fpasswd',
  ])
    expect((await lan.get(path)).status).toBe(404)
  expect(await trail()).toEqual([])
})

test('a file that is not checked yet, or was refused, cannot be read by anybody', async () => {
  const { id } = await lan.send('a.pdf', Buffer.from('MZ'))
  expect((await lan.get(`/files/${id}`)).status).toBe(404)
})

test('a paper of a dossier is read by whoever sees the dossier, and the trail says whose it is', async () => {
  const id = await sent()
  papers.add(id)
  expect((await bodyOf(await official.get(`/files/${id}`))).equals(bytes)).toBe(true)
  expect((await official.get(`/files/${id}/preview`)).status).toBe(200)
  expect(await trail()).toMatchObject([
    { operation: 'files.downloadFile', subjects: [subject], objects: [`dossier:${dossier}`] },
    { operation: 'files.previewFile', subjects: [subject] },
  ])
})

test('without a trail nothing is read', async () => {
  const id = await sent()
  papers.add(id)
  audit.isBroken = true
  const answer = await official.get(`/files/${id}`)
  audit.isBroken = false
  expect(answer.status).toBe(500)
  expect((await bodyOf(answer)).includes('%PDF')).toBe(false)
})

test('parts are sent as asked, and only while the file is the same', async () => {
  const id = await sent()
  const ask = async (range: string, more = {}) => {
    const answer = await lan.get(`/files/${id}`, { Range: range, ...more })
    return [answer.status, answer.headers.get('content-range'), (await bodyOf(answer)).length]
  }
  const size = bytes.length
  expect(await ask('bytes=0-99')).toEqual([206, `bytes 0-99/${size}`, 100])
  expect(await ask('bytes=-10')).toEqual([206, `bytes ${size - 10}-${size - 1}/${size}`, 10])
  expect(await ask(`bytes=${size - 1}-`)).toEqual([206, `bytes ${size - 1}-${size - 1}/${size}`, 1])
  expect(await ask('bytes=100-99999999')).toEqual([206, `bytes 100-${size - 1}/${size}`, size - 100])
  expect(await ask(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0])
  for (const odd of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=9-1', 'bytes=-']) expect((await ask(odd))[0]).toBe(200)
  expect((await ask('bytes=0-9', { 'If-Range': '"old"' }))[0]).toBe(200)
  const part = await bodyOf(await lan.get(`/files/${id}`, { Range: 'bytes=1000-1999' }))
  expect(part.equals(bytes.subarray(1000, 2000))).toBe(true)
})

test('who has it already is told so, and HEAD gives the head only', async () => {
  const id = await sent()
  const head = await lan.get(`/files/${id}`, {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), (await bodyOf(head)).length]).toEqual([
    200,
    String(bytes.length),
    0,
  ])
  const again = await lan.get(`/files/${id}`, { 'If-None-Match': `"a", ${head.headers.get('etag')}` })
  expect(again.status).toBe(304)
})

test.each([
  ['Giấy "phép" (bản 2); của tôi.pdf', 'Giay _phep_ (ban 2)_ cua toi.pdf', 'Giấy "phép" (bản 2); của tôi.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
  ['../../etc/Đơn.pdf', 'Don.pdf', 'Đơn.pdf'],
  ['C:\\Users\\lan\\Đơn.pdf', 'Don.pdf', 'Đơn.pdf'],
  ['đơn\u202Efdp.exe.pdf', 'donfdp.exe.pdf', 'đơnfdp.exe.pdf'],
  ['  .. .pdf', 'tep.pdf', 'tep.pdf'],
  [`${'ạ'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`, `${'ạ'.repeat(116)}.pdf`],
  ['📎 hồ sơ.pdf', '__ ho so.pdf', '📎 hồ sơ.pdf'],
  ['', 'tep.pdf', 'tep.pdf'],
])('the name %j is given back as a name and nothing else', async (name, ascii, full) => {
  const answer = await lan.get(`/files/${await sent(name)}`)
  const [, plain, encoded] =
    /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(
      answer.headers.get('content-disposition') as string,
    ) ?? []
  expect([plain, decodeURIComponent(encoded as string)]).toEqual([ascii, full])
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('images and PDF are shown inline under a policy of their own; office files are not', async () => {
  const picture = await lan.get(`/files/${await sent('a.jpg', jpeg)}/preview`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  const document = await lan.get(`/files/${await sent()}/preview`)
  expect(document.headers.get('content-disposition')).toContain('inline')
  expect(document.headers.get('content-security-policy')).toMatch(
    /^script-src 'none'; (?!.*unsafe).*frame-ancestors 'self'$/,
  )
  expect(document.headers.get('accept-ranges')).toBe('none')
  expect((await lan.get(`/files/${await sent('a.docx', docx())}/preview`)).status).toBe(415)
})
