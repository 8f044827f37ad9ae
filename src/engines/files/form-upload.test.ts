import { connect as connectTo } from 'node:net'
import { afterAll, afterEach, expect, test } from 'vitest'
import fc from 'fast-check'
import { rows, run, sql } from '#kernel/database/query.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { readForm } from './multipart.ts'
import { readReturn } from './return-path.ts'
import { createFilesDatabase } from './testing/files-database.ts'
import { startFilesServer, tokens } from './testing/files-server.ts'
import { makePdf } from './testing/make-pdf.ts'

const database = await createFilesDatabase()
const directory = makeTestDirectory('form')
const { db } = database
const server = await startFilesServer({ db, dataDirectory: directory, limits: { maxBytes: 200_000 } })
afterEach(async () => {
  expect(server.log).toEqual([])
  await run(db, sql`delete from files.file`)
  await run(db, sql`delete from files.upload`)
})
afterAll(async () => {
  await server.close()
  await database.close()
  removeTestDirectory(directory)
})

interface Fields {
  readonly [name: string]: string | File
}

function post(fields: Fields, more: { token?: string | null; query?: string; headers?: Record<string, string> } = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const token = more.token === undefined ? tokens.lan : more.token
  return fetch(`${server.url}/uploads/form${more.query ?? ''}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...more.headers },
  })
}

const pdf = (name: string, bytes = makePdf()) => new File([new Uint8Array(bytes)], name, { type: 'text/plain' })
const whereTo = (answer: Response) => new URL(answer.headers.get('location') as string, 'http://x')

test('a form without JavaScript sends a file and comes back to its page with the file', async () => {
  const answer = await post({
    return: '/ho-so/nhap/1?trang=2#giay-to',
    paper: 'cccd',
    file: pdf('Căn cước công dân.pdf'),
  })
  expect(answer.status).toBe(303)
  const { pathname, searchParams, hash } = whereTo(answer)
  expect([pathname, searchParams.get('trang'), searchParams.get('paper'), hash]).toEqual([
    '/ho-so/nhap/1',
    '2',
    'cccd',
    '#giay-to',
  ])
  const found = await rows(db, sql<{ id: string; name: string; state: string }>`select id, name, state from files.file`)
  expect(found).toEqual([{ id: searchParams.get('file'), name: 'Căn cước công dân.pdf', state: 'accepted' }])
})

test('fields may come in the address or after the file', async () => {
  const late = await post({ file: pdf('a.pdf'), return: '/x' })
  expect([late.status, whereTo(late).searchParams.has('file')]).toEqual([303, true])
  const inAddress = await post({ file: pdf('a.pdf') }, { query: '?return=/y&paper=don' })
  expect([whereTo(inAddress).pathname, whereTo(inAddress).searchParams.get('paper')]).toEqual(['/y', 'don'])
})

test('what went wrong comes back as a code, and the next try takes it away', async () => {
  const back = async (fields: Fields, more = {}) =>
    Object.fromEntries(whereTo(await post({ return: '/x?error=old&file=old', ...fields }, more)).searchParams)
  expect(await back({ paper: 'don', file: pdf('a.pdf', Buffer.from('MZ')) })).toEqual({
    paper: 'don',
    error: 'typeNotAllowed',
  })
  expect(await back({ file: pdf('a.pdf', Buffer.alloc(250_000)) })).toEqual({ error: 'uploadTooLarge' })
  expect(await back({ file: pdf('a.pdf', Buffer.alloc(0)) })).toEqual({ error: 'invalidInput' })
  expect(await back({})).toEqual({ error: 'uploadRequest' })
  expect(await back({ file: pdf('a.pdf'), other: pdf('b.pdf') })).toEqual({ error: 'uploadRequest' })
  expect(
    Object.fromEntries(whereTo(await post({ file: pdf('a.pdf') }, { token: null, query: '?return=/x' })).searchParams),
  ).toEqual({ error: 'notSignedIn' })
  expect(await rows(db, sql`select 1 from files.upload where ended_at is null`)).toEqual([])
})

test('the log says each refusal under the number that the sender was told', async () => {
  const answer = await post({ return: '/x', file: pdf('a.pdf', Buffer.from('MZ')) })
  const requestId = answer.headers.get('x-request-id')
  expect(requestId).not.toBeNull()
  expect(server.told.slice(-2)).toMatchObject([
    { refused: 'typeNotAllowed', requestId },
    { code: 'typeNotAllowed', requestId },
  ])
})

test('a form far too large is answered without reading it', async () => {
  const { port } = new URL(server.url)
  const socket = connectTo(Number(port), '127.0.0.1')
  const head = `POST /uploads/form?return=/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${tokens.lan}\r\n`
  socket.write(`${head}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 2147483648\r\n\r\n--b\r\n`)
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
  socket.destroy()
  expect(answer).toContain('303')
  expect(answer).toContain('/x?error=uploadTooLarge')
})

test('it never leads to another site, nor takes a form from one', async () => {
  for (const page of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2fevil.example',
    '/%5cevil',
    '/a@evil',
    '/a\nb',
    '\t/a',
    'ho-so',
    '',
  ]) {
    const answer = await post({ return: page, file: pdf('a.pdf') })
    expect([page, answer.status, answer.headers.get('location')]).toEqual([page, 422, null])
  }
  expect((await post({ file: pdf('a.pdf') })).status).toBe(422)
  expect(
    (
      await post(
        { return: '/x', file: pdf('a.pdf') },
        { headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' } },
      )
    ).status,
  ).toBe(403)
})

test('whatever is taken as a page of ours leads to our own host', () => {
  const paths = fc.string({
    unit: fc.constantFrom('/', '\\', '@', '%', '2', 'f', '5', 'c', '.', ':', 'a', '?', '#', '\t', ' ', 'é'),
  })
  fc.assert(
    fc.property(paths, (path) => {
      let taken: string
      try {
        taken = readReturn(path)
      } catch {
        return
      }
      expect(new URL(taken, 'https://dvc.example/a/b').origin).toBe('https://dvc.example')
    }),
    { numRuns: 5000 },
  )
})

test('a form is read the same however it is cut into chunks', async () => {
  const bytes = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="return"\r\n\r\n/x\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="Tên %22a%22.pdf"\r\nContent-Type: x/y\r\n\r\n\r\n--a\r\n-\r\n--b--\r\n',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (sizes) => {
      async function* cut() {
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] as number
          yield bytes.subarray(at, at + size)
          at += size
        }
      }
      const found = []
      for await (const { name, filename, body } of readForm(cut(), 'multipart/form-data; boundary=b')) {
        const chunks = []
        for await (const chunk of body) chunks.push(chunk)
        found.push([name, filename, Buffer.concat(chunks).toString()])
      }
      expect(found).toEqual([
        ['return', undefined, '/x'],
        ['file', 'Tên "a".pdf', '\r\n--a\r\n-'],
      ])
    }),
  )
})

test('a form that stops in the middle, or has no end of fields, is refused', async () => {
  const read = async (text: string) => {
    for await (const part of readForm(
      (async function* () {
        yield Buffer.from(text)
      })(),
      'multipart/form-data; boundary=b',
    ))
      void part
  }
  await expect(read('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx')).rejects.toMatchObject({
    code: 'uploadRequest',
  })
  await expect(read(`--b\r\n${'x'.repeat(20_000)}`)).rejects.toMatchObject({ code: 'uploadRequest' })
  await expect(read(`${'--b\r\n\r\n\r\n\r\n'.repeat(30)}--b--`)).rejects.toMatchObject({ code: 'uploadRequest' })
})
