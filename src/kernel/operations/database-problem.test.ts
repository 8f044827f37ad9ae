import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { asProblem } from './database-problem.ts'

test('what a check of a table refuses is told as unfit input, not as our own mistake', async () => {
  const { url, drop } = await createTestDatabase('a period', async (template) => {
    const client = new pg.Client({ connectionString: template })
    await client.connect()
    await client.query('create table span (first date, last date, constraint span_order check (last > first))')
    await client.end()
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const thrown = await client.query(`insert into span values ('2026-12-02', '2026-12-01')`).catch((error) => error)
  await client.end()
  await drop()
  expect(asProblem(thrown)).toMatchObject({ status: 422, code: 'invalidInput' })
})
