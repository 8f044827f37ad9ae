import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateAt } from '#values/plain-date.ts'
import { parseAnswers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { createLookups, procedureVersion } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { startTestPlatform, type TestPlatform } from '../commands/testing/test-platform.ts'

let demo: TestPlatform
beforeAll(async () => {
  demo = await startTestPlatform()
})
afterAll(() => demo?.stop())

test('every dossier of the demo province holds what its form takes on the day it was filed, and nothing else', async () => {
  const { db, pool } = demo.platform.connection
  const { rows } = await pool.query<{ version_id: string; answers: object; filed_at: Date }>(
    `select d.version_id, d.answers, d.filed_at from services.dossier d`,
  )
  const lookups = createLookups(systems.codeLists)
  expect(rows).toHaveLength(60)
  for (const { version_id, answers, filed_at } of rows) {
    const { form } = await procedureVersion(db, version_id)
    expect(parseAnswers(form as Form, answers, await lookups.on(db, dateAt(filed_at)))).toEqual({ answers, places: [] })
  }
})

test('every desk of a centre has called people one after the other, in the order in which they took their numbers', async () => {
  const { rows } = await demo.platform.connection.pool.query<{ desks: number; early: number; overlapping: number }>(
    `select count(distinct desk_id)::int as desks,
        count(*) filter (where called_at < taken_at or ended_at <= called_at)::int as early,
        count(*) filter (where called_at < before_ended or called_at < before_called)::int as overlapping
      from (
        select t.*, lag(t.ended_at) over (partition by t.desk_id, t.day order by t.called_at) as before_ended,
          lag(t.called_at) over (partition by t.service_id, t.day order by t.number) as before_called
        from queue.ticket t
      ) g`,
  )
  expect(rows).toEqual([{ desks: 10, early: 0, overlapping: 0 }])
})

test('figures are of every dossier from the first page on', async () => {
  const { body } = await demo.nobody.call('GET', '/reporting/form-six?from=2000-01-01&by=unit')
  const received = body.rows.reduce(
    (sum: number, row: { online: number; direct: number }) => sum + row.online + row.direct,
    0,
  )
  const { rows } = await demo.platform.connection.pool.query(
    'select from services.dossier where received_at is not null',
  )
  expect(received).toBe(rows.length)
})
