import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { createLog } from '../log.ts'
import type { GatheringListener, Listener } from '../operations/engine.ts'
import { writeEvents } from '../operations/outbox.ts'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createQueues } from './create-queues.ts'
import { startJobs } from './start-jobs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('queues', async (url) => {
    await migrate(url, [{ name: 'kernel', directory: new URL('../migrations/', import.meta.url) }])
    await createQueues(url)
  })
})
afterAll(() => database?.drop())

test('a start that fails half-way leaves nothing that asks the database', { timeout: 30_000 }, async () => {
  const { db, pool, close } = connect(database.url, { size: 3 })
  const lines: string[] = []
  const log = createLog('trace', { write: (line) => void lines.push(line) })
  const job = { name: 'broken', schedule: 'no time of any clock', run: async () => {} }
  const engine = { name: 'testing', contract: {}, handlers: {}, jobs: [job] }
  const starting = startJobs({ db, pool, log, now: () => new Date(), record: async () => {} }, [engine])
  await expect(starting).rejects.toThrow('Invalid characters')
  await close()
  // Longer than the workers of the queues pause.
  await pause(2500)
  expect(lines).toEqual([])
})

test('an event that is nothing to a listener is not even put into the queue for it', { timeout: 30_000 }, async () => {
  const { db, pool, close } = connect(database.url, { size: 3 })
  const heard: string[] = []
  const listener: Listener = {
    event: 'said',
    name: 'hears',
    concerns: ({ what }: { what: string }) => what !== 'nothing',
    run: (_, { what }: { what: string }) => Promise.resolve(void heard.push(what)),
  }
  const engine = { name: 'testing', contract: {}, handlers: {}, listeners: [listener] }
  const parts = { db, pool, log: createLog('silent'), now: () => new Date(), record: async () => {} }
  const jobs = await startJobs(parts, [engine])
  const said = ['nothing', 'something'].map((what) => ({ event: 'said', payload: { what } }))
  await writeEvents(db, said, 'test')
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['something'])
  const { rows } = await pool.query(`select data -> 'payload' ->> 'what' as what from pgboss.job where name = 'events'`)
  expect(rows).toEqual([{ what: 'something' }])
  expect((await pool.query('select 1 from kernel.outbox')).rows).toEqual([])
  await jobs.stop()
  await close()
})

test(
  'of events that leave the outbox together a listener that gathers has one job, any other one of each',
  { timeout: 30_000 },
  async () => {
    const { db, pool, close } = connect(database.url, { size: 3 })
    const heard: string[] = []
    const hear = (...said: { what: string }[]) =>
      Promise.resolve(void heard.push(said.map(({ what }) => what).join(' ')))
    const gathers: GatheringListener = {
      event: 'shouted',
      name: 'gathers',
      runTogether: (_, said: readonly { what: string }[]) => hear(...said),
    }
    const hears: Listener = { event: 'shouted', name: 'hears', run: (_, said: { what: string }) => hear(said) }
    const engine = { name: 'testing', contract: {}, handlers: {}, listeners: [gathers, hears] }
    const parts = { db, pool, log: createLog('silent'), now: () => new Date(), record: async () => {} }
    const shouted = ['one', 'two', 'three'].map((what) => ({ event: 'shouted', payload: { what } }))
    await writeEvents(db, shouted, 'test')
    const jobs = await startJobs(parts, [engine])
    await expect.poll(() => heard.toSorted(), { timeout: 10_000 }).toEqual(['one', 'one two three', 'three', 'two'])
    await jobs.stop()
    await close()
  },
)
