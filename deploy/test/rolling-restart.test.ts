import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#engines/identity/index.ts'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { loadDemo } from '#demo/load-demo.ts'
import { install } from '#commands/install.ts'
import { startBalancer, type Balancer, type Ports } from './balancer.ts'
import { startFiling } from '#commands/testing/filing-load.ts'
import { findLosses } from '#commands/testing/find-losses.ts'
import { makeReadyDrafts, someCitizens } from '#commands/testing/ready-drafts.ts'
import { findFreePort, servePlatform, type ServedPlatform } from '#commands/testing/served-platform.ts'
import { smallPdf } from '#commands/testing/test-platform.ts'

const dataDirectory = makeTestDirectory('rolling-restart')
let database: TestDatabase
let connection: Connection
let balancer: Balancer
let processes: Ports[]
let tokens: string[]
let waiting: string[][]
const served = new Map<number, ServedPlatform>()

const serve = (ports: Ports) =>
  servePlatform({
    dataDirectory,
    ...ports,
    environment: {
      DATABASE_URL: database.url,
      DATABASE_POOL: '8',
      PUBLIC_URL: balancer.url,
      TRUSTED_PROXIES: '127.0.0.1',
      // However busy the machine is, nobody is turned away: here only restarts are looked at.
      REQUESTS_AT_ONCE: '1000',
    },
  })

beforeAll(async () => {
  database = await createTestDatabase('platform 60 ', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 60 })
  })
  connection = connect(database.url, { size: 2, name: 'test' })
  const citizens = await someCitizens(connection.pool, 2)
  waiting = await makeReadyDrafts(connection.pool, 1500, citizens, ['certificate'])
  tokens = []
  for (const id of citizens)
    tokens.push((await startSession(connection.db, { id, kind: 'citizen' }, new Date(), {})).token)
  const portsOfOne = async () => ({ port: await findFreePort(), adminPort: await findFreePort() })
  processes = [await portsOfOne(), await portsOfOne()]
  balancer = await startBalancer(await findFreePort(), processes)
  for (const one of processes) {
    served.set(one.port, serve(one))
    await served.get(one.port)?.untilReady(120_000)
  }
  for (const { port } of processes) await balancer.untilIt('gives', port)
}, 300_000)

afterAll(async () => {
  for (const one of served.values()) await one.kill()
  await balancer?.close()
  await connection?.close()
  await database?.drop()
  removeTestDirectory(dataDirectory)
})

test(
  'two processes are restarted one after the other under load: no request fails, nothing acknowledged is lost',
  { timeout: 300_000 },
  async () => {
    const since = new Date()
    const filing = startFiling({
      url: balancer.url,
      // A busy machine answers late; late is not lost.
      answerMs: 120_000,
      restMs: 500,
      clients: tokens.map((token, at) => ({ token, drafts: waiting[at] as string[] })),
    })
    const reading = new AbortController()
    const read = Promise.all(
      ['/', '/api/services/procedures?text=hộ', '/api/services/my/dossiers'].map((path) =>
        readUntil(reading.signal, path),
      ),
    )
    await filing.goOn(2)
    for (const one of processes) {
      const { port } = one
      const before = served.get(port) as ServedPlatform
      const slow = sendSlowly(2500)
      await pause(300)
      const stopped = before.stop()
      await balancer.untilIt('spares', port)
      expect(await before.ended).toBe(0)
      await stopped
      expect(await slow).toBe(201)
      // What the other one serves alone.
      await filing.goOn(2)
      served.set(port, serve(one))
      await balancer.untilIt('gives', port)
      await filing.goOn(1)
      expect(balancer.taken(port)).toBeGreaterThan(0)
    }
    reading.abort()
    const answered = (await read).flat()
    await filing.stop()

    expect(filing.refusals).toEqual([])
    expect(filing.asked.filter(({ status }) => status < 200 || status > 299)).toEqual([])
    expect(answered.length).toBeGreaterThan(30)
    expect(answered.filter((status) => status !== 200)).toEqual([])
    const client = await connection.pool.connect()
    try {
      const files = join(dataDirectory, 'files')
      const { receipts } = filing
      expect(await findLosses({ client, receipts, since, url: balancer.url, files })).toEqual([])
    } finally {
      client.release()
    }
  },
)

/** Reads a page again and again on lines that stay open; answers the statuses, 0 where nobody answered. */
async function readUntil(stop: AbortSignal, path: string): Promise<number[]> {
  const statuses: number[] = []
  while (!stop.aborted) {
    statuses.push(
      await fetch(balancer.url + path, { headers: { Authorization: `Bearer ${tokens[0]}` } }).then(
        async (answer) => (await answer.text(), answer.status),
        () => 0,
      ),
    )
    await pause(100)
  }
  return statuses
}

/** An upload on a thin line: half of the file, then nothing for a while, then the rest. */
async function sendSlowly(pauseMs: number): Promise<number> {
  const bytes = smallPdf(randomUUID())
  const outward = request(`${balancer.url}/uploads`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${tokens[0]}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': bytes.length,
      'Upload-Metadata': `filename ${Buffer.from('bia-do.pdf').toString('base64')}`,
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': bytes.length,
    },
  })
  const answered = new Promise<number>((resolve, reject) => {
    outward.on('error', reject)
    outward.on('response', (answer) => void text(answer).then(() => resolve(answer.statusCode as number), reject))
  })
  outward.write(bytes.subarray(0, bytes.length / 2))
  await pause(pauseMs)
  outward.end(bytes.subarray(bytes.length / 2))
  return answered
}
