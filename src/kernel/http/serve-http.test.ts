import { connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeServer, listenOn } from './serve-http.ts'

/** Requests as no client library writes them, over a bare socket. */

let server: Server
let port: number

const answer = async (request: Request): Promise<Response> => {
  await request.text()
  if (request.url.endsWith('/slow')) await pause(300)
  return new Response('answered')
}

const portOf = (one: Server) => (one.address() as AddressInfo).port

beforeAll(async () => {
  server = await listenOn(answer, '127.0.0.1', 0, { isSecure: true })
  port = portOf(server)
})
afterAll(() => closeServer(server))

/** Everything that comes back until the server closes the line, or for a third of a second. */
async function say(text: string, at = port, from = '127.0.0.1'): Promise<{ said: string; isClosed: boolean }> {
  const socket = connect({ port: at, host: '127.0.0.1', localAddress: from })
  const read = reading(socket)
  socket.write(text, 'latin1')
  const isClosed = await Promise.race([once(socket, 'close').then(() => true), pause(300, false)])
  socket.destroy()
  return { said: read(), isClosed }
}

function reading(socket: Socket): () => string {
  let said = ''
  socket.on('data', (piece: Buffer) => (said += piece.toString('latin1'))).on('error', () => {})
  return () => said
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
const host = () => `Host: localhost:${port}`

test('one place in the net holds so many lines and no more; another, a trusted proxy and whoever comes later are let in', async () => {
  const limited = await listenOn(answer, '127.0.0.1', 0, {
    connections: { most: 2, uncounted: ['127.0.0.3'] },
  })
  const at = portOf(limited)
  const ask = (from: string) => say(lines('GET / HTTP/1.1', `Host: localhost:${at}`), at, from)
  const hold = async (from: string) => {
    const line = connect({ port: at, host: '127.0.0.1', localAddress: from })
    await once(line, 'connect')
    return line
  }
  const held = [await hold('127.0.0.1'), await hold('127.0.0.1'), await hold('127.0.0.3'), await hold('127.0.0.3')]
  const { said, isClosed } = await ask('127.0.0.1')
  expect([said, isClosed]).toEqual([
    expect.stringMatching(/^HTTP\/1\.1 429 [^]*"code":"tooManyConnections"/) as string,
    true,
  ])
  for (const from of ['127.0.0.2', '127.0.0.3']) expect((await ask(from)).said).toContain('answered')
  held[0]?.destroy()
  await pause(50)
  expect((await ask('127.0.0.1')).said).toContain('answered')
  for (const line of held) line.destroy()
  await closeServer(limited)
})

test('a server that stops ends busy lines with their next answer, and cuts off none', async () => {
  const stopping = await listenOn(answer, '127.0.0.1', 0)
  const socket = connect(portOf(stopping), '127.0.0.1')
  const read = reading(socket)
  const own = `Host: localhost:${portOf(stopping)}`
  socket.write(lines('GET /slow HTTP/1.1', own))
  await pause(50)
  const closed = closeServer(stopping, 500)
  await pause(350)
  expect(read()).toContain('answered')
  socket.write(lines('GET /slow HTTP/1.1', own))
  await once(socket, 'close')
  expect(read().match(/answered/g)).toHaveLength(2)
  expect(read()).toContain('Connection: close')
  expect(await closed).toBe(true)
})

test('a request that was under way when the server stopped does not hold it up by its line', async () => {
  const stopping = await listenOn(answer, '127.0.0.1', 0)
  const socket = connect(portOf(stopping), '127.0.0.1')
  const read = reading(socket)
  socket.write(lines('POST / HTTP/1.1', `Host: localhost:${portOf(stopping)}`, 'Content-Length: 4') + 'ab')
  await pause(50)
  const started = performance.now()
  const closed = closeServer(stopping)
  await pause(50)
  socket.write('cd')
  await once(socket, 'close')
  expect(read()).toContain('answered')
  expect(await closed).toBe(true)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a line on which nothing was said yet does not hold up a server that stops', async () => {
  const stopping = await listenOn(answer, '127.0.0.1', 0)
  const socket = connect(portOf(stopping), '127.0.0.1')
  await once(socket, 'connect')
  const started = performance.now()
  expect(await closeServer(stopping)).toBe(true)
  expect(performance.now() - started).toBeLessThan(5000)
})

test.each([
  ['a method that nobody knows', 400, () => lines('FOO / HTTP/1.1', host())],
  ['a line feed alone', 400, () => `GET / HTTP/1.1\n${host()}\n\n`],
  ['a folded header', 400, () => lines('GET / HTTP/1.1', host(), 'X-A: b\r\n c')],
  ['a chunk of no length', 400, () => lines('POST / HTTP/1.1', host(), 'Transfer-Encoding: chunked') + 'zz\r\n'],
  ['headers of 20 kilobytes', 431, () => lines('GET / HTTP/1.1', host(), `X-A: ${'a'.repeat(20_000)}`)],
  ['two hosts', 400, () => lines('GET / HTTP/1.1', host(), 'Host: evil.example')],
  ['an expectation', 417, () => lines('POST / HTTP/1.1', host(), 'Expect: coffee', 'Content-Length: 0')],
])('what no route sees (%s) is refused in words, with a number and our headers', async (_what, status, text) => {
  const { said, isClosed } = await say(text())
  const [head = '', body = ''] = said.split('\r\n\r\n')
  expect(head).toContain(`HTTP/1.1 ${status} `)
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(head.toLowerCase()).toContain('x-content-type-options: nosniff')
  expect(head.toLowerCase()).toContain("default-src 'self'")
  expect(head.toLowerCase()).toContain('strict-transport-security: max-age=63072000')
  const problem = JSON.parse(body) as { requestId: string }
  expect(problem).toMatchObject({
    status,
    words: { vi: expect.any(String) as string, en: expect.any(String) as string },
  })
  expect(head.toLowerCase()).toContain(`x-request-id: ${problem.requestId}`)
  expect(isClosed || status === 417).toBe(true)
})

test('a body that comes by drops is cut in words, one that comes slowly or waits for us is not', async () => {
  const unhurried = async (request: Request) => {
    await pause(request.url.endsWith('/busy') ? 1000 : 0)
    return new Response(`took ${(await request.text()).length}`)
  }
  const held = await listenOn(unhurried, '127.0.0.1', 0, { rate: { bytes: 100, windowMs: 400 } })
  const send = async (path: string, bytes: number, piece: number, everyMs: number) => {
    const socket = connect(portOf(held), '127.0.0.1')
    const read = reading(socket)
    const head = [`POST ${path} HTTP/1.1`, `Host: localhost:${portOf(held)}`, `Content-Length: ${bytes}`]
    socket.write(lines(...head, 'Connection: close'))
    for (let sent = 0; sent < bytes && socket.writable; sent += piece) {
      socket.write('a'.repeat(piece))
      await pause(everyMs)
    }
    if (!socket.destroyed) await once(socket, 'close')
    return read()
  }
  const [drops, slow, busy] = await Promise.all([
    send('/drops', 1000, 1, 20),
    // Many times the least: a busy machine lets timers of both sides wait.
    send('/slow', 40_000, 500, 20),
    send('/busy', 200_000, 200_000, 0),
  ])
  expect(drops).toMatch(/^HTTP\/1\.1 408 [^]*"code":"requestTimeout"/)
  expect(slow).toContain('took 40000')
  expect(busy).toContain('took 200000')
  await closeServer(held)
})
