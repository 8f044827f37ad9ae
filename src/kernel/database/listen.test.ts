import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { listen } from './listen.ts'

let database: TestDatabase
beforeAll(async () => void (database = await createTestDatabase('listening', async () => {})))
afterAll(() => database.drop())

test('whoever stops listening while it still connects is not kept waiting for ever', async () => {
  for (const ms of [0, 1, 2, 3, 5, 8, 13, 30]) {
    const listening = listen(database.url, 'anything', () => {})
    await pause(ms)
    const ended = await Promise.race([listening.close().then(() => 'ended'), pause(3000, 'waits', { ref: false })])
    expect([ms, ended]).toEqual([ms, 'ended'])
  }
})
