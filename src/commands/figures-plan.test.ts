import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import { formSixQuery } from '#engines/reporting/form-six/form-six.ts'
import { isOfBody } from '#engines/reporting/service-index/of-body.ts'
import { paidDossiers } from '#engines/services/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

/** What figures ask is answered out of counts and indexes, however many dossiers there are: none of it has to walk through all. */

const today = dateAt(new Date())
let province: TestPlatform

beforeAll(async () => {
  province = await startTestPlatform()
  // Else the plan hangs on whether the database has counted its rows yet.
  await province.query('analyze')
})
afterAll(() => province?.stop())

/** How PostgreSQL would answer if walking through a table were dear: on this small province it seldom is. */
const planOf = (query: Fragment): Promise<string> =>
  province.platform.connection.db.transaction(async (tx) => {
    await run(tx, sql`set local enable_seqscan = off`)
    const lines = await rows(tx, sql<Record<string, string>>`explain (costs off) ${query}`)
    return lines.map((line) => Object.values(line)[0]).join('\n')
  })

test('form 06 reads months and days that were counted, and of dossiers only those that go on late or ended late', async () => {
  for (const [from, to] of [
    [addDays(today, -100), today],
    // Half of the demo's dossiers were received by then: were there none, any index would do.
    [addDays(today, -400), addDays(today, -100)],
  ] as const)
    for (const by of ['field', 'procedure', 'unit'] as const) {
      const plan = await planOf(formSixQuery({ from, to, by }, new Date()))
      expect(plan).not.toMatch(/Seq Scan on dossier /)
      expect(plan).toContain('dossier_ended_late')
      // By whichever index of open dossiers alone: to the planner they are alike.
      expect(plan).toMatch(/dossier_(open(_by_procedure)?|in_progress|running)\b/)
      expect(plan).toContain('month_count_pk')
      expect(plan).toContain('day_count_pk')
    }
})

test('whether a figure is of a level is looked up by hash, however many units and counts there are', async () => {
  const isOfLevel = isOfBody(sql`c.owner_id`, { level: 'commune' }, today)
  expect(await planOf(sql`select sum(c.met) from reporting.index_month c where ${isOfLevel}`)).toContain(
    'hashed SubPlan',
  )
})

test('payments of a period are found by their time', async () => {
  const plan = await planOf(sql`select * from ${paidDossiers({ from: addDays(today, -30), to: today })} paid`)
  expect(plan).not.toMatch(/Seq Scan on (dossier|fee|payment_order|receipt|attempt)\b/)
  expect(plan).toContain('payment_order_paid_at')
})
