import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { asProblem, isMachineFailing } from './database-problem.ts'

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

test('a disk that fails, here or at the database, is no mistake of ours: try again, and somebody must look at it', () => {
  const thrown = (code: string) => Object.assign(new Error(code), { code })
  for (const code of ['EIO', 'EROFS', '58030', '53200']) {
    const problem = asProblem(thrown(code))
    expect([problem?.status, problem?.retryAfterSeconds]).toEqual([503, 2])
    expect([isMachineFailing(thrown(code)), isMachineFailing(problem)]).toEqual([true, true])
  }
  expect(asProblem(thrown('53100'))?.status).toBe(507)
  expect(isMachineFailing(asProblem(thrown('57P01')))).toBe(false)
})
