import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { lookup as lookUp } from 'node:dns'
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { AddressRefused, askOutside, fetchOutside, isPublic } from './ask-outside.ts'

const ask = (address: string, insideHosts: readonly string[] = []) =>
  askOutside(address, { headers: {}, body: Buffer.from('x'), insideHosts, answerMs: 20_000 })

/** An address of this machine or of a network of its own, in every way that it can be spelt. */
const inward = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '0',
  '%31%32%37.0.0.1',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::127.0.0.1]',
  // NAT64, 6to4 and Teredo carry an address of IPv4 inside (RFC 6052, 3056, 4380).
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0.0.0.0',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
]

test.each([
  ...inward.flatMap((host) => [`https://${host}/a`, `https://${host}:8443/a`]),
  'http://8.8.8.8/a',
  'ftp://8.8.8.8/a',
  'file:///etc/passwd',
  'gopher://8.8.8.8/a',
  'data:text/plain,a',
  'https://user:password@8.8.8.8/a',
  'https://8.8.8.8@127.0.0.1/a',
  String.raw`https://127.0.0.1\@8.8.8.8/a`,
])('%s is not asked', async (address) => {
  await expect(ask(address)).rejects.toBeInstanceOf(AddressRefused)
})

test.each([
  'https://[fe80::1%25eth0]/a',
  'https://[::1%25lo]/a',
  'https://1.2.3.4.5/a',
  'https://256.0.0.1/a',
  'https:///a',
  '//a',
  'a',
])('%s is no address', async (address) => {
  await expect(ask(address)).rejects.toThrow()
})

test('public addresses are told from others', () => {
  for (const one of ['8.8.8.8', '203.162.0.1', '2402:800::1']) expect(isPublic(one), one).toBe(true)
  for (const one of ['10.1.2.3', '100.64.0.1', '172.31.0.1', '192.168.1.1', 'fe80::1', 'fd00::1', '2001:db8::1', '::'])
    expect(isPublic(one), one).toBe(false)
})

/** Of a network that was given back: nobody is there (RFC 3701). */
const given = '3ffe::1'

/** A name that means one thing when it is asked for first and another from then on; `asked` grows with each time. */
function changing(first: readonly string[], then: readonly string[], asked: string[]): typeof lookUp {
  const find = (host: string, _: unknown, callback: (error: null, found: object[]) => void) => {
    const addresses = asked.push(host) === 1 ? first : then
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return find as unknown as typeof lookUp
}

test.each<[string, string[], string[], string[]]>([
  ['that led outside when it was checked is not followed inside afterwards', [given], ['127.0.0.1'], [given]],
  ['that leads inside is not asked, though it led outside a moment later', ['127.0.0.1'], [given], []],
  ['of which one address lies inside is not asked', [given, '127.0.0.1'], [given], []],
  ['of which one lies inside by IPv6 is not asked', ['8.8.8.8', '::ffff:127.0.0.1'], [given], []],
  ['of a machine’s own metadata is not asked', ['169.254.169.254'], [given], []],
])('a name %s (DNS rebinding)', async (_what, first, then, connected) => {
  let reached = 0
  const server = createSocketServer((socket) => {
    reached++
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const attempts: string[] = []
  const watch = (message: unknown) =>
    (message as { socket: Socket }).socket.on('connectionAttempt', (address: string) => attempts.push(address))
  subscribe('net.client.socket', watch)
  const asked: string[] = []
  const { port } = server.address() as AddressInfo
  const asking = askOutside(`https://${randomUUID()}.example:${port}/a`, {
    headers: {},
    body: Buffer.from('x'),
    insideHosts: [],
    answerMs: 300,
    lookUp: changing(first, then, asked),
  })
  const error = await asking.catch((reason: unknown) => reason)
  unsubscribe('net.client.socket', watch)
  server.close()
  expect({ attempts, reached, times: asked.length, isRefused: error instanceof AddressRefused }).toEqual({
    attempts: connected,
    reached: 0,
    times: 1,
    isRefused: connected.length === 0,
  })
})

test('a host of the own network that is named inside is asked', async () => {
  const server = createServer((_, answer) => void answer.writeHead(201).end('body'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await ask(`http://${host}/a`, [host])).status).toBe(201)
  server.close()
})

test('an answer that leads elsewhere is not followed, one that is too long, packed or late is given up', async () => {
  const asked: string[] = []
  const server = createServer((incoming, answer) => {
    asked.push(incoming.url ?? '')
    if (incoming.url === '/away') answer.writeHead(302, { Location: '/inside' }).end()
    if (incoming.url === '/long') answer.end(Buffer.alloc(2000))
    if (incoming.url === '/packed') answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x')
    if (incoming.url === '/drops') answer.write('x')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = (path: string) =>
    fetchOutside(`http://${host}${path}`, { headers: {}, insideHosts: [host], answerMs: 300, mostBytes: 1000 })
  expect((await get('/away')).status).toBe(302)
  await expect(get('/long')).rejects.toBeInstanceOf(RangeError)
  await expect(get('/packed')).rejects.toThrow('packed')
  await expect(get('/drops')).rejects.toThrow()
  await expect(get('/nothing')).rejects.toThrow()
  expect(asked).toEqual(['/away', '/long', '/packed', '/drops', '/nothing'])
  server.closeAllConnections()
  server.close()
})
