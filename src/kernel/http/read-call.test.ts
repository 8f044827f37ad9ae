import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { nobody } from '../operations/actor.ts'
import { newRequestId, readCall } from './read-call.ts'

const app = new Hono<{ Bindings: HttpBindings; Variables: { requestId: string } }>().get('/', async (c) => {
  c.set('requestId', newRequestId())
  const parts = {
    authenticate: async () => nobody,
    publicUrl: 'http://localhost',
    trustedProxies: ['10.0.0.2', 'fd00::2'],
  }
  return c.text((await readCall(parts, c)).address ?? '')
})

/** The address of a caller whose line comes from this peer, with what the peer reports. */
const addressFrom = async (remoteAddress: string, reported: string) =>
  (
    await app.request('/', { headers: { 'X-Forwarded-For': reported } }, { incoming: { socket: { remoteAddress } } })
  ).text()

test.each(['10.0.0.2', '::ffff:10.0.0.2', 'fd00::2'])(
  'of what a trusted proxy at %s reports the last counts',
  async (proxy) => {
    expect(await addressFrom(proxy, '6.6.6.6, 203.0.113.7')).toBe('203.0.113.7')
  },
)

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8::9', '2001:db8::9'],
])('nobody else says where they come from: a line from %s is from %s', async (peer, address) => {
  expect(await addressFrom(peer, '10.0.0.2')).toBe(address)
})
