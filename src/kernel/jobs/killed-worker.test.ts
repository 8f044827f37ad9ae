import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { createLog } from '../log.ts'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createQueues } from './create-queues.ts'
import { begunAgainWithinSeconds, heartbeatSeconds } from './heartbeat.ts'
import { begunTable, startWorker } from './testing/worker.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase('workers', async (url) => {
    await migrate(url, [{ name: 'kernel', directory: new URL('../migrations/', import.meta.url) }])
    await createQueues(url)
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    await owner.query(begunTable)
    await owner.end()
  })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client?.end()
  await database?.drop()
})

const ask = (what: string) =>
  client.query(`insert into kernel.outbox (event, payload, request_id) values ('testing.asked', $1, 'test')`, [
    { what },
  ])

const begun = async (what: string) =>
  (await client.query<{ worker: string; at: Date }>('select worker, at from begun where what = $1 order by at', [what]))
    .rows

const workersOf = async (what: string) => (await begun(what)).map(({ worker }) => worker)

const triesOf = async (what: string) =>
  (
    await client.query(
      `select state, retry_count as again from pgboss.job where name = 'events' and data -> 'payload' ->> 'what' = $1`,
      [what],
    )
  ).rows

test(
  'work of a killed process is begun again within seconds, and long work of one that lives is not taken from it',
  { timeout: 60_000 },
  async () => {
    const script = join(import.meta.dirname, 'testing', 'worker-process.ts')
    const doomed = spawn(process.execPath, [script, database.url], { stdio: 'inherit' })
    await ask('of the dead')
    await expect.poll(() => workersOf('of the dead'), { timeout: 20_000 }).toEqual(['killed'])
    const done: string[] = []
    const work = async (what: string) => {
      // Longer than silence may last.
      if (what === 'long') await pause((heartbeatSeconds + 3) * 1000)
      done.push(what)
    }
    const log = createLog('silent')
    const workers = [await startWorker(database.url, 'living', log, work)]
    try {
      await ask('long')
      await expect.poll(() => workersOf('long'), { timeout: 10_000 }).toEqual(['living'])
      // The first one is at work; a second has its hands free.
      workers.push(await startWorker(database.url, 'free', log, work))
      doomed.kill('SIGKILL')
      await once(doomed, 'exit')
      await expect
        .poll(() => workersOf('of the dead'), { timeout: begunAgainWithinSeconds * 1000, interval: 100 })
        .toEqual(['killed', expect.stringMatching(/^(free|living)$/)])
      await expect.poll(() => done.toSorted(), { timeout: 10_000 }).toEqual(['long', 'of the dead'])
      expect(await workersOf('long')).toEqual(['living'])
      // Had it been given away, its event would still be handled only once; the queue knows how often it was taken up.
      await expect.poll(() => triesOf('long'), { timeout: 5000 }).toEqual([{ state: 'completed', again: 0 }])
    } finally {
      doomed.kill('SIGKILL')
      for (const worker of workers) await worker.stop()
    }
  },
)

test('an installation of an earlier version gets the heartbeat with the next migration', async () => {
  await client.query('update pgboss.queue set heartbeat_seconds = null')
  await createQueues(database.url)
  const { rows } = await client.query(
    `select name, heartbeat_seconds as seconds from pgboss.queue where name <> 'failed' order by name`,
  )
  expect(rows.filter(({ name }) => !name.startsWith('__'))).toEqual([
    { name: 'events', seconds: heartbeatSeconds },
    { name: 'schedule', seconds: heartbeatSeconds },
  ])
})
