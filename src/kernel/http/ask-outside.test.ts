import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { AddressRefused, askOutside, isPublic } from './ask-outside.ts'

const ask = (address: string, insideHosts: readonly string[] = []) =>
  askOutside(address, { headers: {}, body: Buffer.from('x'), insideHosts, answerMs: 20_000 })

test.each([
  'https://127.0.0.1/a',
  'https://[::1]/a',
  'https://[::ffff:10.0.0.1]/a',
  'https://localhost/a',
  'https://2130706433/a',
  'https://169.254.169.254/latest',
  'http://8.8.8.8/a',
  'https://user:password@8.8.8.8/a',
])('%s is not asked', async (address) => {
  await expect(ask(address)).rejects.toBeInstanceOf(AddressRefused)
})

test('public addresses are told from others', () => {
  for (const one of ['8.8.8.8', '203.162.0.1', '2402:800::1']) expect(isPublic(one), one).toBe(true)
  for (const one of ['10.1.2.3', '100.64.0.1', '172.31.0.1', '192.168.1.1', 'fe80::1', 'fd00::1', '2001:db8::1', '::'])
    expect(isPublic(one), one).toBe(false)
})

test('a host of the own network that is named inside is asked', async () => {
  const server = createServer((_, answer) => void answer.writeHead(201).end('body'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await ask(`http://${host}/a`, [host])).status).toBe(201)
  server.close()
})
