import { get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { administrationRoutes, healthRoutes } from './health.ts'
import { closeServer, listenOn } from './serve-http.ts'

let missing: string[]
let alarms: string[]
const check = async () => missing
const administration = administrationRoutes({ check, findAlarms: async () => alarms, registry: new Registry() })
const open = healthRoutes(check).get('/work', (c) => c.text(workFor(5)))
const servers: Server[] = []
let [requests, admin] = [0, 0]

beforeAll(async () => {
  for (const app of [open, administration]) servers.push(await listenOn(app.fetch, '127.0.0.1', 0))
  ;[requests, admin] = servers.map((one) => (one.address() as AddressInfo).port) as [number, number]
})
afterAll(async () => {
  for (const one of servers) await closeServer(one)
})
beforeEach(() => {
  missing = []
  alarms = []
})

function workFor(ms: number): string {
  const until = performance.now() + ms
  while (performance.now() < until);
  return 'done'
}

/** On a line of its own, as who comes new and as a balancer that checks. */
const ask = (port: number, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    }).on('error', reject)
  })

test('a process that can take requests is ready for the balancer, also while someone has something to look at', async () => {
  alarms = ['audit.sealing']
  expect(await ask(admin, '/readyz?of=process')).toBe(200)
  expect(await ask(requests, '/readyz')).toBe(200)
  const whole = await administration.request('/readyz')
  expect([whole.status, await whole.json()]).toEqual([503, { status: 'not ready', missing: ['audit.sealing'] }])
})

test('one that stops or has lost its database is ready for nobody', async () => {
  missing = ['draining']
  expect(await ask(admin, '/readyz?of=process')).toBe(503)
  expect(await ask(admin, '/readyz')).toBe(503)
  expect(await ask(requests, '/readyz')).toBe(503)
})

test('the balancer is answered before the many who came with a new line first', async () => {
  let answered = 0
  const rush = Array.from({ length: 200 }, () => ask(requests, '/work').then(() => (answered += 1)))
  expect(await ask(admin, '/readyz?of=process')).toBe(200)
  expect(answered).toBeLessThan(100)
  await Promise.all(rush)
  expect(answered).toBe(200)
})
