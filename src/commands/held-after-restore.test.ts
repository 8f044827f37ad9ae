import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import { startJobs, type Jobs } from '#kernel/jobs/start-jobs.ts'
import { mail } from '#engines/notification/index.ts'
import { startMailRelay, type SimulatedMailRelay } from '#sandbox/mail-relay/mail-relay.ts'
import { outsideCommand } from './outside.ts'
import { startOutside } from './start-outside.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** What was restored from a backup sends nothing that may have been sent before, and nothing at all before it is released. */

let here: TestPlatform
let relay: SimulatedMailRelay
let jobs: Jobs
const started: { stop(): Promise<void> }[] = []

beforeAll(async () => {
  here = await startTestPlatform()
  relay = await startMailRelay(0)
  jobs = await startJobs({ ...here.platform.runner, pool: here.platform.connection.pool }, here.platform.engines)
}, 240_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  for (const one of started) await one.stop()
  await jobs.stop()
  await relay.close()
  await here.stop()
})

const db = () => here.platform.connection.db
const write = (subject: string) =>
  mail(db(), { address: 'kiemtoan@example.vn', subject, body: subject, dedupe: subject, at: new Date() })
const stateOf = async (subject: string) =>
  (await get(db(), sql<{ state: string }>`select state from notification.email where subject = ${subject}`)).state
const subjects = () => relay.letters.map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(raw)?.[1])

function start() {
  const config = readConfig({ SMTP_URL: relay.url }, { dataDirectory: here.directory, publicUrl: 'http://localhost' })
  const outside = startOutside(here.platform, config, jobs, { clockTakesMs: 500 })
  started.push(outside)
  return outside
}

async function outside(...args: string[]): Promise<Record<string, unknown>> {
  vi.stubEnv('DATABASE_URL', here.url)
  let said: unknown
  await outsideCommand.run(args, { json: true, say: (value) => void (said = value) })
  return said as Record<string, unknown>
}

test('one that was never restored sends at once', { timeout: 60_000 }, async () => {
  await write('usual')
  const sending = start()
  await expect.poll(subjects, { timeout: 30_000 }).toEqual(['usual'])
  await sending.stop()
  expect(await outside()).toMatchObject({ held: false })
  relay.letters.length = 0
})

test(
  'after a restore nothing leaves; what waited then is put away, what comes later waits for the release',
  { timeout: 120_000 },
  async () => {
    await write('before')
    const [order] = await rows(db(), sql<{ id: string }>`select id from payments.payment_order limit 1`)
    const attempt = randomUUIDv7()
    await run(
      db(),
      sql`insert into payments.attempt (id, order_id, reference, method, amount, state, started_at, next_ask_at)
        values (${attempt}, ${order?.id}, ${attempt}, 'online', 1000, 'new', now(), now())`,
    )
    // The backup was taken while an earlier restore was held.
    for (const hours of [24, 1])
      await run(
        db(),
        sql`insert into kernel.restoration (id, moment, restored_at)
          values (${randomUUIDv7()}, now() - make_interval(hours => ${hours}), now() - make_interval(hours => ${hours - 1}))`,
      )
    await expect(outside('release', '--by', 'Nguyễn Văn An')).rejects.toThrow('not yet')
    start()
    await expect.poll(() => outside().then(({ settledAt }) => settledAt), { timeout: 60_000 }).not.toBeNull()
    expect(await stateOf('before')).toBe('withdrawn')
    expect(await outside()).toMatchObject({ held: true, putAway: { email: 1 } })
    expect(await get(db(), sql`select state from payments.attempt where id = ${attempt}`)).toEqual({ state: 'pending' })
    // What runs by the clock may have run after the moment: it has run again, before anything was put away.
    const ran = await get(
      db(),
      sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'schedule' and state = 'completed'`,
    )
    expect(ran.n).toBeGreaterThan(10)

    await write('after')
    await wait(3000)
    expect(subjects()).toEqual([])
    expect(await stateOf('after')).toBe('waiting')

    expect(await outside('release', '--by', 'Nguyễn Văn An')).toMatchObject({ released: true })
    expect(await outside()).toMatchObject({ held: false })
    await expect.poll(subjects, { timeout: 30_000 }).toEqual(['after'])
    await wait(1500)
    expect(subjects()).toEqual(['after'])
    const [entry] = await rows(
      db(),
      sql<{ details: unknown }>`select details from audit.entry where operation = 'outside.release'`,
    )
    expect(JSON.stringify(entry)).toContain('Nguyễn Văn An')
  },
)
