import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { createLog } from '../log.ts'
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
