import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { connect, type Connection, type Queries } from './connect.ts'
import { distrustMemory, keep } from './memory.ts'
import { find, rows, run, sql, write } from './query.ts'

let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await createTestDatabase('transactions', async () => {})
  connection = connect(database.url, { size: 2 })
  await run(connection.db, sql`create table fruit (name_of_fruit text primary key, pieces int not null default 1)`)
})
beforeEach(() => run(connection.db, sql`delete from fruit`))
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const plant = (on: Queries, name: string) => write(on, sql`insert into fruit (name_of_fruit) values (${name})`)
const fruit = (on: Queries = connection.db) =>
  rows(on, sql<{ nameOfFruit: string }>`select name_of_fruit from fruit order by 1`)

test('what is sent without waiting is done in order and committed, and columns come in camel case', async () => {
  await connection.db.transaction(async (tx) => {
    await plant(tx, 'mít')
    await write(tx, sql`update fruit set name_of_fruit = 'mít thái'`)
    expect(await fruit(tx)).toEqual([{ nameOfFruit: 'mít thái' }])
    await plant(tx, 'na')
  })
  expect(await fruit()).toEqual([{ nameOfFruit: 'mít thái' }, { nameOfFruit: 'na' }])
})

test('nothing is committed when something sent without waiting fails, and its own failure is told', async () => {
  const planting = connection.db.transaction(async (tx) => {
    await plant(tx, 'mít')
    await plant(tx, 'mít')
    return 'planted'
  })
  await expect(planting).rejects.toMatchObject({ code: '23505' })
  expect(await fruit()).toEqual([])
})

test('a statement behind the failed one does not hide why it failed', async () => {
  const planting = connection.db.transaction(async (tx) => {
    await plant(tx, 'mít')
    await plant(tx, 'mít')
    await fruit(tx)
  })
  await expect(planting).rejects.toMatchObject({ code: '23505' })
})

test('a failure that the work swallows still undoes everything', async () => {
  const planting = connection.db.transaction(async (tx) => {
    await plant(tx, 'mít')
    await run(tx, sql`insert into fruit (name_of_fruit) values (null)`).catch(() => undefined)
  })
  await expect(planting).rejects.toThrow('a statement failed')
  expect(await fruit()).toEqual([])
})

test('work that goes on after its transaction reaches nobody', async () => {
  const kept: Queries[] = []
  await connection.db.transaction(async (tx) => void kept.push(tx))
  await expect(fruit(kept[0] as Queries)).rejects.toThrow('the transaction is over')
})

test('a connection that broke in a transaction is not used again', async () => {
  const breaking = connection.db.transaction((tx) => run(tx, sql`select pg_terminate_backend(pg_backend_pid())`))
  await expect(breaking).rejects.toThrow()
  for (let time = 0; time < 4; time += 1) expect(await fruit()).toEqual([])
})

test('what is kept is read once, until everything is forgotten', async () => {
  await plant(connection.db, 'na')
  const known = () => keep(connection.db, 'all', () => fruit())
  expect(await known()).toHaveLength(1)
  await plant(connection.db, 'ổi')
  expect(await known()).toHaveLength(1)
  connection.db.memory.forgetAll()
  expect(await known()).toHaveLength(2)
})

test('what was read before a change is not kept when the notice comes while it is being read', async () => {
  const late = await keep(connection.db, 'late', async () => {
    const before = await fruit()
    await plant(connection.db, 'xoài')
    connection.db.memory.forgetAll()
    return before
  })
  expect(late).toEqual([])
  expect(await keep(connection.db, 'late', () => fruit())).toHaveLength(1)
})

test('a transaction that changes what others keep reads it anew and leaves nothing behind', async () => {
  const pieces = (on: Queries) =>
    keep(on, 'pieces', () => find(on, sql<{ pieces: number }>`select pieces from fruit where name_of_fruit = 'na'`))
  await plant(connection.db, 'na')
  expect(await pieces(connection.db)).toEqual({ pieces: 1 })
  const growing = connection.db.transaction(async (tx) => {
    distrustMemory(tx)
    await write(tx, sql`update fruit set pieces = 2`)
    expect(await pieces(tx)).toEqual({ pieces: 2 })
    throw new Error('undone')
  })
  await expect(growing).rejects.toThrow('undone')
  expect(await pieces(connection.db)).toEqual({ pieces: 1 })
})
