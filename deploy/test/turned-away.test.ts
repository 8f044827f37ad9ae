import { once } from 'node:events'
import { Agent, createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findHaproxy, openEdge, type Edge } from '../../bench/edge.ts'

/** HAProxy with the rules of deploy/ before something that takes so many of a kind in a tenth of a second, and marks what it refuses. */

let takes: Record<string, number> = {}
let reached: Record<string, number> = {}
const taken = new Map<string, number>()

const platform = createServer((incoming, outgoing) => {
  const kind = (incoming.url as string).replace(/\/\d+/, '')
  reached[kind] = (reached[kind] ?? 0) + 1
  const slot = `${kind} ${Math.floor(performance.now() / 100)}`
  const before = taken.get(slot) ?? 0
  taken.set(slot, before + 1)
  const isOwn = kind.endsWith('/own')
  if (before < (takes[kind] ?? Infinity)) outgoing.end('done')
  else outgoing.writeHead(isOwn ? 429 : 503, isOwn ? {} : { 'X-Turned-Away': 'overload' }).end('refused')
})
let edge: Edge
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

beforeAll(async () => {
  platform.listen(0, '127.0.0.1')
  await once(platform, 'listening')
  const { port } = platform.address() as AddressInfo
  edge = await openEdge(findHaproxy() as string, { url: `http://127.0.0.1:${port}`, adminPort: port }, [], 'http')
}, 60_000)
afterAll(async () => {
  await edge.stop()
  agent.destroy()
  platform.close()
})
beforeEach(async () => {
  takes = {}
  // What was before is forgotten.
  await pause(4000)
  reached = {}
})

interface How {
  readonly method?: string
  readonly accept?: string
}

interface Said {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

async function ask(path: string, { method = 'GET', accept = 'application/json' }: How): Promise<Said> {
  const asking = request(new URL(path, edge.url), { agent, method, headers: { accept } }).end()
  const [answer] = await once(asking, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** Asks so often a second, whatever is answered. */
async function rush(
  perSecond: number,
  seconds: number,
  path: (turn: number) => string,
  how: How = {},
): Promise<Said[]> {
  const asked: Promise<Said>[] = []
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * perSecond
    while (asked.length < due) asked.push(ask(path(asked.length), how))
    await pause(5)
  }
  return Promise.all(asked)
}

const isDone = ({ status }: Said) => status === 200

describe('far more than the platform takes', { timeout: 60_000 }, () => {
  test('is turned away before it reaches it, which goes on doing what it can', async () => {
    takes = { '/api/list': 20 }
    const said = await rush(2000, 14, (turn) => `/api/list/${turn}`)
    // It knew nothing of the kind before, and has found out by then.
    expect(said.slice(-6000).filter(isDone).length / 3).toBeGreaterThan(150)
    expect(reached['/api/list']! / 14).toBeLessThan(250)
    const away = said.filter(({ status }) => status === 503)
    expect(away.length + said.filter(isDone).length).toBe(said.length)
    expect(said.filter(({ headers }) => headers['x-turned-away'] !== undefined)).toEqual([])
    const [own] = away.filter(({ body }) => body !== 'refused') as [Said]
    expect(own.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': expect.stringMatching(/^([5-9]|1[0-5])$/) as string,
    })
    expect(JSON.parse(own.body)).toMatchObject({ code: 'overloaded', requestId: own.headers['x-request-id'] })

    // Half of what it can do is done within seconds after it.
    const after = await rush(100, 5, (turn) => `/api/list/${turn}`)
    expect(after.slice(400).every(isDone)).toBe(true)
  })

  test('is told to people on a page that loads again by itself, and to whoever sends something how to send it again', async () => {
    takes = { '/trang': 1 }
    const said = await rush(800, 4, () => '/trang', { accept: 'text/html' })
    const page = said.find(({ body }) => body.includes('<h1>Hệ thống đang bận</h1>')) as Said
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'`)
    expect(page.body).toContain(`<meta http-equiv=refresh content=${page.headers['retry-after']}>`)
    const sent = (await rush(800, 4, () => '/trang', { method: 'POST', accept: 'text/html' })).find(({ body }) =>
      body.includes('<h1>Hệ thống đang bận</h1>'),
    ) as Said
    expect(sent.body).not.toContain('http-equiv')
    expect(sent.body).toContain('bấm Quay lại trên trình duyệt rồi gửi lại')
  })

  test('of one kind takes nothing from another, of which none is refused', async () => {
    takes = { '/api/list': 2 }
    const [, filed] = await Promise.all([
      rush(1500, 5, () => '/api/list'),
      rush(150, 5, (turn) => `/api/dossiers/${turn}/submit`),
    ])
    expect(filed.every(isDone)).toBe(true)
  })

  test('of one account or network closes nothing for the others', async () => {
    takes = { '/api/own': 5 }
    const said = await rush(500, 5, () => '/api/own')
    expect(said.filter(({ status }) => status !== 200 && status !== 429)).toEqual([])
    expect(reached['/api/own']).toBe(said.length)
  })
})
