import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { Pipeline } from './pipeline.ts'

let database: TestDatabase
let pool: pg.Pool
let client: pg.PoolClient
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('pipelines', async () => {})
  pool = new pg.Pool({ connectionString: database.url, max: 2 })
})
beforeEach(async () => {
  client = await pool.connect()
  client.on('error', () => {})
  pipeline = new Pipeline(client)
  await pipeline.query('drop table if exists fruit', [])
  await pipeline.query('create table fruit (name text primary key, pieces int)', [])
  return () => client.release(true)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const plant = (name: string, canWait = false) => pipeline.query('insert into fruit (name) values ($1)', [name], canWait)
const plans = async () => (await pipeline.query('select count(*)::int as plans from pg_prepared_statements', [])).rows

/** How many packets leave while something is done. */
async function packetsOf(work: () => Promise<unknown>): Promise<number> {
  const { stream } = (client as unknown as { connection: { stream: { write(bytes: Buffer): boolean } } }).connection
  const write = stream.write
  let packets = 0
  stream.write = (bytes) => {
    packets += 1
    return write.call(stream, bytes)
  }
  await work()
  stream.write = write
  return packets
}

test('statements of one turn leave in one packet and are done in order', async () => {
  const answers: unknown[] = []
  const packets = await packetsOf(async () => {
    const all = [plant('mít'), pipeline.query('update fruit set pieces = 3', []), pipeline.query('table fruit', [])]
    for (const { rows, tag } of await Promise.all(all)) answers.push([tag, rows])
  })
  expect(answers).toEqual([
    ['INSERT 0 1', []],
    ['UPDATE 1', []],
    ['SELECT 1', [{ name: 'mít', pieces: 3 }]],
  ])
  expect(packets).toBe(1)
})

test('what can wait leaves with the next one that cannot', async () => {
  const packets = await packetsOf(async () => {
    const waiting = plant('na', true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await plant('ổi')
    await waiting
  })
  expect(packets).toBe(1)
})

test('what gathers while others are under way leaves together when they are answered', async () => {
  const packets = await packetsOf(async () => {
    const slow = pipeline.query('select pg_sleep(0.05)', [])
    await new Promise((resolve) => setTimeout(resolve, 5))
    const first = plant('na')
    await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all([slow, first, plant('ổi')])
  })
  expect(packets).toBe(2)
})

test('behind a statement that failed none is done, for the same reason, and the next ones are', async () => {
  await pipeline.query('begin', [])
  const answers = await Promise.allSettled([plant('mít'), plant('mít'), plant('na')])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(answers[2]).toMatchObject({ reason: { code: '23505', constraint: 'fruit_pkey' } })
  expect((await pipeline.query('rollback', [])).tag).toBe('ROLLBACK')
  expect((await plant('na')).tag).toBe('INSERT 0 1')
})

test('a statement is planned once, and a plan that failed at its first use is made anew and leaves nothing behind', async () => {
  const share = (among: number) => pipeline.query('select 12 / $1::int as share', [among])
  const before = await plans()
  for (let time = 0; time < 3; time += 1) await expect(share(0)).rejects.toMatchObject({ code: '22012' })
  expect(await plans()).toEqual(before)
  for (const among of [3, 4]) expect((await share(among)).rows).toEqual([{ share: 12 / among }])
  expect(await plans()).toEqual([{ plans: Number(before[0]?.['plans']) + 1 }])
  await expect(share(0)).rejects.toMatchObject({ code: '22012' })
  expect((await share(6)).rows).toEqual([{ share: 2 }])
})

test('a plan whose table got another shape fails once and is made anew', async () => {
  await plant('na')
  const all = () => pipeline.query('select * from fruit', [])
  expect((await all()).rows).toEqual([{ name: 'na', pieces: null }])
  await pipeline.query('alter table fruit add column is_ripe boolean', [])
  await expect(all()).rejects.toMatchObject({ code: '0A000' })
  expect((await all()).rows).toEqual([{ name: 'na', pieces: null, isRipe: null }])
})

test('texts beyond the plans that a connection keeps are answered too', async () => {
  for (let n = 0; n < 1010; n += 1)
    expect((await pipeline.query(`select $1::int + ${n} as sum`, [1])).rows).toEqual([{ sum: n + 1 }])
  expect(Number((await plans())[0]?.['plans'])).toBeLessThanOrEqual(1001)
})

test('values come back as what they were', async () => {
  const at = new Date('2026-11-26T08:00:00.123Z')
  const values = [null, 'Đặng', 7, true, at, Buffer.from([0, 255]), ['a', 'b, c', null], JSON.stringify({ a: [1] })]
  const { rows } = await pipeline.query(
    `select $1::text as nothing, $2::text as word, $3::int as seven, $4::boolean as truth, $5::timestamptz as at,
      $6::bytea as bytes, $7::text[] as list, $8::jsonb as json`,
    values,
  )
  expect(Object.values(rows[0] ?? {})).toEqual([...values.slice(0, 7), { a: [1] }])
})

test('a connection that breaks tells everybody who waits, and who asks afterwards', async () => {
  const waiting = [pipeline.query('select pg_sleep(9)', []), new Promise((resolve) => setTimeout(resolve, 20))]
  const late = Promise.all(waiting).catch((error: Error) => error.message)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const behind = plant('na').catch((error: Error) => error.message)
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep(9)%' and datname = current_database()`,
  )
  expect(await late).toMatch(/terminat/i)
  expect(await behind).toMatch(/terminat/i)
  await expect(plant('ổi')).rejects.toThrow()
  await expect(plant('mận')).rejects.toThrow()
})
