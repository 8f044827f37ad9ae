import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type Connection } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { rows, run, sql } from '../database/query.ts'
import { createLog } from '../log.ts'
import type { GatheringListener, Listener } from '../operations/engine.ts'
import type { RunnerParts } from '../operations/run-operation.ts'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { hearEvents, type Told } from './hear-events.ts'
import type { ToldEvent } from './relay-events.ts'

let database: TestDatabase
let connection: Connection
let parts: RunnerParts
beforeAll(async () => {
  database = await createTestDatabase('heard', async (url) => {
    await migrate(url, [{ name: 'kernel', directory: new URL('../migrations/', import.meta.url) }])
    const owner = connect(url, { size: 1 })
    await run(owner.db, sql`create table heard (what text not null, xid xid8 not null default pg_current_xact_id())`)
    await owner.close()
  })
  connection = connect(database.url, { size: 3 })
  parts = { db: connection.db, log: createLog('silent'), now: () => new Date(), record: async () => {} }
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})
beforeEach(() => run(connection.db, sql`truncate heard, kernel.handled_event`))

interface Said {
  readonly what: string
}

const gatherer: GatheringListener = {
  event: 'said',
  name: 'gathers',
  async runTogether(ctx, said: readonly Said[]) {
    await run(ctx.tx, sql`insert into heard (what) select unnest(${said.map(({ what }) => what)}::text[])`)
    if (said.some(({ what }) => what === 'poison')) throw new Error('poison')
  },
}
const single: Listener = {
  event: 'said',
  name: 'hears',
  async run(ctx, { what }: Said) {
    await run(ctx.tx, sql`insert into heard (what) values (${what})`)
    if (what === 'poison') throw new Error('poison')
  },
}
const listeners = new Map<string, Listener | GatheringListener>([
  ['gathers', gatherer],
  ['hears', single],
])

const toldOf = (what: string, place: number): ToldEvent => ({
  event: 'said',
  eventId: String(place),
  payload: { what },
  requestId: 'test',
})
/** A job for each. */
const told = (listener: string, ...what: string[]): Told[] =>
  what.map((one, place) => ({ id: `${listener}-${place}`, data: { listener, ...toldOf(one, place) } }))
/** One job of all of them. */
const gathered = (...what: string[]): Told => ({
  id: 'gathered',
  data: { listener: 'gathers', gathered: what.map(toldOf) },
})
const hear = (...jobs: Told[]) => hearEvents(parts, (name) => listeners.get(name), jobs)
const heard = () =>
  rows(connection.db, sql<{ what: string; xid: string }>`select what, xid::text from heard order by what`)
const transactions = async () => new Set((await heard()).map(({ xid }) => xid)).size
const failed = (all: Awaited<ReturnType<typeof hear>>) =>
  all.flatMap(({ id, status }) => (status === 'failed' ? id : []))

test('who gathers is told of all that came together in one transaction, others of each in one of its own', async () => {
  expect(failed(await hear(gathered('a', 'b', 'c')))).toEqual([])
  expect(await heard()).toHaveLength(3)
  expect(await transactions()).toBe(1)
  await hear(...told('hears', 'd', 'e'))
  expect(await transactions()).toBe(3)
})

test('one event at which a gathering listener fails holds back no other, and comes back alone', async () => {
  expect(failed(await hear(gathered('a', 'poison', 'c')))).toEqual(['gathered'])
  expect((await heard()).map(({ what }) => what)).toEqual(['a', 'c'])
  expect(failed(await hear(gathered('a', 'mended', 'c')))).toEqual([])
  expect((await heard()).map(({ what }) => what)).toEqual(['a', 'c', 'mended'])
})

test('what was heard before is passed over, alone and among others', async () => {
  const [a] = told('gathers', 'a') as [Told]
  expect(failed(await hear(a))).toEqual([])
  expect(failed(await hear(a, gathered('a', 'b')))).toEqual([])
  expect((await heard()).map(({ what }) => what)).toEqual(['a', 'b'])
})

test('jobs of several listeners are answered each by itself and in their order, also of one that there is no more', async () => {
  const jobs = [...told('hears', 'poison', 'x'), gathered('y', 'z'), ...told('gone', 'w')]
  const answered = await hear(...jobs)
  expect(answered.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id))
  expect(failed(answered)).toEqual(['hears-0'])
  expect((await heard()).map(({ what }) => what)).toEqual(['x', 'y', 'z'])
})
