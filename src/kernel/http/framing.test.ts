import type { HttpBindings } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeServer, listenOn } from './serve-http.ts'

/**
 * Requests whose end or whose target a proxy before us could read otherwise (request smuggling, cache poisoning), byte by byte over a
 * bare socket. Each carries a second request behind it: whoever reads the first wrongly answers the second, too.
 */

interface Probe {
  readonly name: string
  /** The request; `{host}` stands for the address that is asked. */
  readonly text: string
  /** What a server made of Node alone does: the control, without which the table would prove nothing. */
  readonly bareNodeAccepts?: true
  /** Nothing is answered at all. */
  readonly isSilent?: true
}

const head = (first: string, ...headers: string[]) => `${[first, ...headers].join('\r\n')}\r\n\r\n`
const get = (...headers: string[]) => head('GET /probe HTTP/1.1', 'Host: {host}', ...headers)
const post = (...headers: string[]) => head('POST /probe HTTP/1.1', 'Host: {host}', ...headers)
const chunked = 'Transfer-Encoding: chunked'
const body = '2\r\n{}\r\n0\r\n\r\n'

const probes: readonly Probe[] = [
  // Where the body ends: RFC 9112 §6.
  { name: 'a length and chunks', text: post('Content-Length: 12', chunked) + body },
  { name: 'chunks and a length', text: post(chunked, 'Content-Length: 12') + body },
  { name: 'two lengths that differ', text: post('Content-Length: 2', 'Content-Length: 12') + '{}' },
  { name: 'the same length twice', text: post('Content-Length: 2', 'Content-Length: 2') + '{}' },
  { name: 'a list of lengths', text: post('Content-Length: 2, 2') + '{}' },
  { name: 'a length with a sign', text: post('Content-Length: +2') + '{}' },
  { name: 'a negative length', text: post('Content-Length: -2') + '{}' },
  { name: 'a length in hex', text: post('Content-Length: 0x2') + '{}' },
  { name: 'a length with a fraction', text: post('Content-Length: 2.0') + '{}' },
  { name: 'a length beyond numbers', text: post(`Content-Length: ${'9'.repeat(30)}`) + '{}' },
  { name: 'an empty length', text: post('Content-Length:') + '{}' },
  { name: 'a length that is none', text: post('Content-Length: two') + '{}' },
  { name: 'chunks twice', text: post(chunked, chunked) + body },
  { name: 'chunks twice on one line', text: post('Transfer-Encoding: chunked, chunked') + body },
  { name: 'an unknown coding', text: post('Transfer-Encoding: xchunked') + body },
  { name: 'a coding before chunks', text: post('Transfer-Encoding: gzip, chunked') + body, bareNodeAccepts: true },
  { name: 'identity before chunks', text: post('Transfer-Encoding: identity, chunked') + body, bareNodeAccepts: true },
  { name: 'chunks before a coding', text: post('Transfer-Encoding: chunked, gzip') + body },
  { name: 'a quoted coding', text: post('Transfer-Encoding: "chunked"') + body },
  { name: 'a coding after a vertical tab', text: post('Transfer-Encoding:\vchunked') + body },
  { name: 'a coding with a parameter', text: post('Transfer-Encoding: chunked;a=b') + body },
  { name: 'an empty coding', text: post('Transfer-Encoding:', 'Content-Length: 2') + '{}' },
  {
    name: 'a coding in HTTP/1.0',
    text: head('POST /probe HTTP/1.0', 'Host: {host}', chunked) + body,
    bareNodeAccepts: true,
  },
  // Where a chunk ends: RFC 9112 §7.1.
  { name: 'a chunk size that ends in a bare LF', text: post(chunked) + '2\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk that ends in a bare LF', text: post(chunked) + '2\r\n{}\n0\r\n\r\n' },
  { name: 'a chunk size that ends in a bare CR', text: post(chunked) + '2\r{}\r\n0\r\n\r\n' },
  { name: 'a last chunk that ends in bare LF', text: post(chunked) + '2\r\n{}\r\n0\n\n' },
  { name: 'a chunk longer than it says', text: post(chunked) + '2\r\n{}{}\r\n0\r\n\r\n' },
  { name: 'a chunk size with a sign', text: post(chunked) + '+2\r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk size in 0x', text: post(chunked) + '0x2\r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk size with a space before', text: post(chunked) + ' 2\r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk size with a space behind', text: post(chunked) + '2 \r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk size beyond numbers', text: post(chunked) + `${'f'.repeat(17)}\r\n{}\r\n0\r\n\r\n` },
  { name: 'no chunk size', text: post(chunked) + '\r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk extension that is none', text: post(chunked) + '2;a\x01=\x02\r\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk extension with a bare LF', text: post(chunked) + '2;a\n{}\r\n0\r\n\r\n' },
  { name: 'a chunk extension with a bare CR', text: post(chunked) + '2;a\r{}\r\n0\r\n\r\n' },
  { name: 'a chunk extension without end', text: post(chunked) + `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n` },
  { name: 'a trailer with a space before its colon', text: post(chunked) + '2\r\n{}\r\n0\r\nX-A : b\r\n\r\n' },
  // Where a header ends: RFC 9112 §2.2, §5.
  { name: 'a folded header', text: get('X-A: a', ' b') },
  { name: 'a header folded by a tab', text: get('X-A: a', '\tb') },
  { name: 'a folded coding', text: post('Transfer-Encoding:', ' chunked') + body },
  { name: 'a first header after a space', text: head('GET /probe HTTP/1.1', ' Host: {host}') },
  { name: 'a space before a colon', text: get('X-A : b') },
  { name: 'a space before the colon of the length', text: post('Content-Length : 2') + '{}' },
  { name: 'a space in a name', text: get('X A: b') },
  { name: 'a name of nothing', text: get(': b') },
  { name: 'a line without a colon', text: get('X-A') },
  { name: 'a NUL in a value', text: get('X-A: a\0b') },
  { name: 'a NUL in a name', text: get('X\0A: b') },
  { name: 'a NUL in the target', text: get().replace('/probe', '/pro\0be') },
  { name: 'another control sign in a value', text: get('X-A: a\x01b') },
  { name: 'a bare CR in a value', text: get('X-A: a\rX-B: b') },
  { name: 'bare CR for all lines', text: get().replaceAll('\r\n', '\r') },
  { name: 'bare LF for all lines', text: get().replaceAll('\r\n', '\n') },
  { name: 'a bare LF between headers', text: get('X-A: a').replace('\r\nX-A', '\nX-A') },
  { name: 'a bare LF at the end of the headers', text: get('X-A: a').replace('\r\n\r\n', '\r\n\n') },
  { name: 'headers without end', text: get(`X-A: ${'a'.repeat(20_000)}`) },
  // Whom it is for: RFC 9112 §3.2.
  { name: 'two hosts', text: get('Host: evil.example'), bareNodeAccepts: true },
  { name: 'the same host twice', text: get('Host: {host}'), bareNodeAccepts: true },
  { name: 'no host', text: head('GET /probe HTTP/1.1') },
  { name: 'no host in HTTP/1.0', text: head('GET /probe HTTP/1.0'), bareNodeAccepts: true },
  { name: 'an empty host', text: head('GET /probe HTTP/1.1', 'Host:'), bareNodeAccepts: true },
  { name: 'a host with a user', text: head('GET /probe HTTP/1.1', 'Host: a@{host}'), bareNodeAccepts: true },
  { name: 'a host with a path', text: head('GET /probe HTTP/1.1', 'Host: {host}/a'), bareNodeAccepts: true },
  { name: 'a list of hosts', text: head('GET /probe HTTP/1.1', 'Host: {host}, b'), bareNodeAccepts: true },
  {
    name: 'a whole target of another host',
    text: get().replace('/probe', 'http://evil.example/'),
    bareNodeAccepts: true,
  },
  {
    name: 'a whole target of ours for another host',
    text: head('GET http://{host}/probe HTTP/1.1', 'Host: evil.example'),
    bareNodeAccepts: true,
  },
  { name: 'a target without a slash', text: get().replace('/probe', 'probe') },
  { name: 'a target that is a star', text: head('OPTIONS * HTTP/1.1', 'Host: {host}'), bareNodeAccepts: true },
  { name: 'a tunnel', text: head('CONNECT evil.example:443 HTTP/1.1', 'Host: {host}'), isSilent: true },
  { name: 'a fragment in the target', text: get().replace('/probe', '/probe#a'), bareNodeAccepts: true },
  { name: 'a backslash in the target', text: get().replace('/probe', '/\\evil.example'), bareNodeAccepts: true },
  // Which language it is in, and what is said twice.
  { name: 'bytes beyond ASCII in the target', text: get().replace('/probe', '/\xe9') },
  { name: 'a version of the future', text: get().replace('1.1', '1.2') },
  { name: 'HTTP/2 on a line of HTTP/1', text: get().replace('1.1', '2.0'), bareNodeAccepts: true },
  { name: 'the preface of HTTP/2', text: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { name: 'HTTP/0.9', text: 'GET /probe\r\n\r\n', bareNodeAccepts: true },
  { name: 'words behind the version', text: get().replace('1.1', '1.1 a') },
  { name: 'a method in small letters', text: get().replace('GET', 'get') },
  { name: 'an unknown method', text: get().replace('GET', 'FOO') },
  {
    name: 'two kinds of content',
    text: post('Content-Type: a/b', 'Content-Type: c/d', 'Content-Length: 0'),
    bareNodeAccepts: true,
  },
  { name: 'two credentials', text: get('Authorization: Bearer a', 'Authorization: Bearer b'), bareNodeAccepts: true },
]

/** What a server saw of each line, by the port of its client, in order. */
type Seen = Map<number, string[]>

/** What came of one probe at one server. */
interface Outcome {
  readonly said: string
  readonly isClosed: boolean
  readonly seen: readonly string[]
}

async function send(text: string, server: Server, seen: Seen): Promise<Outcome> {
  const { port } = server.address() as AddressInfo
  const line = connect(port, '127.0.0.1')
  await once(line, 'connect')
  const own = line.localPort ?? 0
  let said = ''
  line.on('data', (piece: Buffer) => (said += piece.toString('latin1'))).on('error', () => {})
  const behind = get('Connection: close').replace('/probe', '/behind')
  line.write(`${text}${behind}`.replaceAll('{host}', `localhost:${port}`), 'latin1')
  const isClosed = await Promise.race([once(line, 'close').then(() => true), pause(1500, false)])
  line.destroy()
  return { said, isClosed, seen: seen.get(own) ?? [] }
}

const note = (seen: Seen, port: number | undefined, target: string) =>
  seen.set(port ?? 0, [...(seen.get(port ?? 0) ?? []), target])

let ours: Server
let bare: Server
const byUs: Seen = new Map()
const byBare: Seen = new Map()

beforeAll(async () => {
  ours = await listenOn(
    async (request, env: never) => {
      const from = (env as HttpBindings).incoming.socket.remotePort
      await request.text()
      note(byUs, from, request.url)
      return new Response('answered')
    },
    '127.0.0.1',
    0,
  )
  bare = createServer((incoming, outgoing) => {
    const from = incoming.socket.remotePort
    incoming.resume().once('end', () => {
      note(byBare, from, incoming.url ?? '')
      outgoing.end('answered')
    })
  }).listen(0, '127.0.0.1')
  await once(bare, 'listening')
})
afterAll(async () => {
  bare.close()
  bare.closeAllConnections()
  await closeServer(ours)
})

describe.concurrent('a server of ours', () => {
  test.for(probes)(
    'closes the line at $name, and sees neither it nor what stands behind it',
    async (probe, { expect }) => {
      const { said, isClosed, seen } = await send(probe.text, ours, byUs)
      expect({ isClosed, seen }).toEqual({ isClosed: true, seen: [] })
      // Once the sizes of chunks are wrong, the answer may cross what is still being sent; a tunnel has no line to answer on.
      if (probe.isSilent) expect(said).toBe('')
      else
        expect(said).toMatch(
          /^HTTP\/1\.1 4(00|31) [^]*application\/problem\+json[^]*"code":"(malformedRequest|headersTooLarge)"/,
        )
      expect(said).not.toContain('answered')
    },
  )
})

test('a server made of Node alone takes those of them that are marked: the table proves something', async () => {
  const taken = await Promise.all(
    probes.map(async ({ name, text }) => {
      const { seen } = await send(text, bare, byBare)
      return seen.some((target) => target !== '/behind') ? [name] : []
    }),
  )
  expect(taken.flat()).toEqual(probes.filter((one) => one.bareNodeAccepts).map((one) => one.name))
})

test.each([
  ['an ordinary request', get()],
  ['a body in chunks', post(chunked) + body],
  ['a body in chunks with extensions and a trailer', post(chunked) + '2;a=b;c="d"\r\n{}\r\n0\r\nX-A: b\r\n\r\n'],
  ['a body of a length', post('Content-Length: 2') + '{}'],
  ['a whole target of ours', get().replace('/probe', 'http://{host}/probe')],
  // RFC 9112 §3 lets a recipient go by words; Node does, and so do proxies: there is no second reading.
  ['a request line with two spaces', get().replace(' HTTP', '  HTTP')],
])('%s is answered, and so is the one behind it', async (_what, text) => {
  const { seen } = await send(text, ours, byUs)
  expect(seen.map((url) => new URL(url).pathname).toSorted()).toEqual(['/behind', '/probe'])
})

test('on a line of HTTP/1.0 there is no second request, whatever it asks for', async () => {
  const { said, isClosed, seen } = await send(
    head('GET /probe HTTP/1.0', 'Host: {host}', 'Connection: keep-alive'),
    ours,
    byUs,
  )
  expect(said).toContain('answered')
  expect({ isClosed, seen: seen.length }).toEqual({ isClosed: true, seen: 1 })
})
