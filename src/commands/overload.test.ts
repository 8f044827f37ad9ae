import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform, type TestPlatform, type Visitor } from './testing/test-platform.ts'

/** Four places; whoever is in waits for a lock that the test holds. */
let test: TestPlatform
let official: Visitor
let citizen: Visitor
let late = 0

beforeAll(async () => {
  test = await startTestPlatform({
    pages: true,
    settings: { requestsAtOnce: 4, trustedProxies: [''] },
    loopDelayMs: () => late,
  })
  official = await test.as('motcua.tinh')
  citizen = await test.as('congdan')
  // Each proves itself once; from then on they do not count for their network.
  for (const one of [official, citizen]) await one.call('GET', '/identity/me')
}, 120_000)
afterAll(() => test.stop())

const from = (address: string) => ({ 'X-Forwarded-For': address })
const page = (path: string, headers: Record<string, string> = {}) =>
  test.platform.app.request(`http://localhost${path}`, { headers: { Accept: 'text/html', ...headers } })

/** While the event loop is late and somebody is being served, so that turning others away can help. */
async function whileLate<Value>(ms: number, work: () => Value | Promise<Value>): Promise<Value> {
  const leave = await test.platform.admission.gates.requests.enter({ urgency: 'filing', keys: ['somebody'] })
  if (typeof leave !== 'function') throw new Error(leave.reason)
  late = ms
  try {
    return await work()
  } finally {
    late = 0
    leave()
  }
}

/** While a transaction holds the table that procedures are read from, nothing that reads it ends. */
async function whileBlocked<Value>(work: () => Promise<Value>): Promise<Value> {
  const client = await test.platform.connection.pool.connect()
  try {
    // The pool's own role may not lock; reads of this table wait for its owner.
    await client.query('reset role')
    await client.query('begin')
    await client.query('lock table services.procedure in access exclusive mode')
    return await work()
  } finally {
    await client.query('rollback')
    client.release(true)
  }
}

const search = (who: Visitor, address: string) =>
  who.call('GET', '/services/procedures?text=khai', undefined, from(address))
const settled = async (answers: readonly Promise<unknown>[]) => void (await Promise.allSettled(answers))
const shedCount = async (urgency: string) => {
  const { values } = (await test.platform.metrics.registry.getSingleMetric('lienthong_shed_total')!.get()) as {
    values: { labels: Record<string, string>; value: number }[]
  }
  return values.filter(({ labels }) => labels['urgency'] === urgency).reduce((sum, { value }) => sum + value, 0)
}

describe('when the places in front of the database are taken', () => {
  it('tells the next at once when to come again, and still lets in what is more urgent', async () => {
    const before = await shedCount('lookup')
    const held: Promise<unknown>[] = []
    await whileBlocked(async () => {
      // Three is what reading may hold of four.
      for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'])
        held.push(search(test.nobody, address))
      await new Promise((resolve) => setTimeout(resolve, 700))
      const waits = search(test.nobody, '203.0.113.5')
      await new Promise((resolve) => setTimeout(resolve, 450))
      const started = performance.now()
      const shed = await search(test.nobody, '203.0.113.6')
      expect(performance.now() - started).toBeLessThan(50)
      expect([shed.status, shed.body.code]).toEqual([503, 'overloaded'])
      expect(shed.headers.get('content-type')).toContain('application/problem+json')
      expect(Number(shed.headers.get('retry-after'))).toBeGreaterThanOrEqual(4)
      expect(Number(shed.headers.get('retry-after'))).toBeLessThanOrEqual(12)
      // Signing in, and what officials do, find the place that reading leaves them.
      expect((await test.nobody.call('GET', '/identity/me', undefined, from('203.0.113.6'))).status).toBe(200)
      expect((await official.call('POST', '/identity/sign-out', {}, from('203.0.113.6'))).status).toBeLessThan(500)
      held.push(waits)
    })
    await settled(held)
    expect(await shedCount('lookup')).toBeGreaterThan(before)
  })

  it('answers a browser with a page in plain Vietnamese that loads again by itself', async () => {
    const answer = await whileLate(500, () => page('/tra-cuu'))
    const text = await answer.text()
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(text).toContain('Hệ thống đang quá đông người dùng')
    expect(text).toMatch(/http-equiv="refresh" content="\d+"/)
    expect((await page('/tra-cuu')).status).toBe(200)
  })

  it('shows the last copy of a public page instead, and says that it is one', async () => {
    expect(await (await page('/thu-tuc')).text()).not.toContain('bản lưu')
    const answer = await whileLate(500, () => page('/thu-tuc'))
    const text = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(text).toMatch(/Trang này là bản lưu lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/)
  })

  it('turns away what can wait while the event loop is late, never what people hand in and decide', async () => {
    const exported = await whileLate(150, () => official.call('GET', '/services/dossiers/export'))
    expect(exported.status).toBe(503)
    const looked = await whileLate(500, () => search(citizen, '203.0.113.9'))
    const filed = await whileLate(500, () => citizen.call('POST', '/services/drafts', { code: '1.001193' }))
    expect([looked.status, filed.status]).toEqual([503, 200])
    late = 500
    // With nobody in, something else holds the loop up.
    expect((await search(citizen, '203.0.113.9')).status).toBe(200)
    late = 0
  })

  it('does not lock out those who are signed in behind an address that floods', async () => {
    const address = '203.0.113.77'
    const flood: Promise<{ status: number }>[] = []
    await whileBlocked(async () => {
      for (let times = 0; times < 40; times += 1) flood.push(search(test.nobody, address))
      await new Promise((resolve) => setTimeout(resolve, 700))
      // By now it is known that the line of strangers there does not move.
      expect((await search(test.nobody, address)).status).toBeOneOf([429, 503])
      const mine = await citizen.call('GET', '/notification/unread', undefined, from(address))
      expect(mine.status).toBe(200)
    })
    await settled(flood)
  })

  it('holds no place for a body that comes slowly', async () => {
    let end = () => {}
    const slow = Array.from({ length: 6 }, () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'))
          const before = end
          end = () => {
            before()
            controller.enqueue(new TextEncoder().encode('}'))
            controller.close()
          }
        },
      })
      return test.platform.app.request('http://localhost/api/identity/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
        body,
        duplex: 'half',
      } as RequestInit)
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(test.platform.admission.gates.requests.count()).toEqual({ running: 0, waiting: 0 })
    expect((await citizen.call('GET', '/identity/me')).status).toBe(200)
    end()
    const answers = await Promise.all(slow.map((one) => Promise.resolve(one)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(422))
  })
})
