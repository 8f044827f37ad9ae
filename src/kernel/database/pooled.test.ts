import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { connect, mustBeLimited, workingRole, type Connection } from './connect.ts'
import { migrate } from './migrate.ts'
import { find, rows, run, sql, write } from './query.ts'

/** The way through a pooler, here without one: nothing may be kept in a session, since the next transaction gets another. */
let database: TestDatabase
let pooled: Connection

beforeAll(async () => {
  database = await createTestDatabase('pooled', async (url) => void (await migrate(url, [])))
  pooled = connect(database.url, { size: 1, pooled: true })
  await run(pooled.db, sql`create table fruit (name text primary key)`)
})
afterAll(async () => {
  await pooled.close()
  await database.drop()
})

test('no plan is named, and transactions do what they do elsewhere', async () => {
  const plant = (name: string) =>
    pooled.db.transaction(async (tx) => {
      await write(tx, sql`insert into fruit (name) values (${name})`)
      return rows(tx, sql<{ name: string }>`select name from fruit order by name`)
    })
  expect(await plant('mít')).toEqual([{ name: 'mít' }])
  expect(await plant('na')).toHaveLength(2)
  await expect(plant('na')).rejects.toMatchObject({ code: '23505' })
  expect(await find(pooled.db, sql<{ plans: number }>`select count(*) as plans from pg_prepared_statements`)).toEqual({
    plans: 0,
  })
})

test('a login without its role or its limits is refused, one with them is taken', async () => {
  await expect(mustBeLimited(pooled.pool)).rejects.toThrow('alter role')
  const direct = connect(database.url, { size: 1, role: workingRole })
  await mustBeLimited(direct.pool)
  await direct.close()
})
