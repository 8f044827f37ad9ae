import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { connect, workingRole } from '#kernel/database/connect.ts'
import { install } from '../../../commands/install.ts'
import { loadDemo } from '../../../demo/load-demo.ts'
import { feesOfDossier } from '../dossier/view.ts'

/** What counters wrote at fees before payments kept it is there after the migration, paid once, under the numbers of its receipts. */

const migration = new URL('../migrations/2026-11-27-1730-hand-payments-over.sql', import.meta.url)
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  await loadDemo(database.url, { dossiers: 40 })
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
}, 120_000)
afterAll(async () => {
  await owner?.end()
  await database?.drop()
})

test('fees that were paid stay paid, of two receipts of one moment the second is void, and no number is lost', async () => {
  await owner.query(
    `alter table services.fee add column paid_at timestamptz, add column method text, add column receipt_number text, add column taken_by text`,
  )
  await owner.query(`create index fee_paid on services.fee (paid_at) where paid_at is not null`)
  const found = await owner.query<{ id: string; receiver: string }>(
    `select d.id, d.receiver_id as receiver from services.dossier d where not exists (select 1 from payments.payment_order o where o.file_code = d.code)
      and not exists (select 1 from services.fee_exemption e where e.dossier_id = d.id) order by d.code limit 2`,
  )
  const [whole, half] = found.rows
  const put = `insert into services.fee (dossier_id, fee, name, amount, pay_at, paid_at, method, receipt_number)
    values ($1, $2, '{"vi":"Phí","en":"Fee"}', $3, 'reception', $4, $5, $6) on conflict (dossier_id, fee) do update set paid_at = $4, method = $5, receipt_number = $6, amount = $3, pay_at = 'reception'`
  await owner.query(`delete from services.fee where dossier_id = any($1)`, [[whole?.id, half?.id]])
  await owner.query(put, [whole?.id, 'first', 30_000, '2025-11-26T03:00:00Z', 'cash', '0009001'])
  await owner.query(put, [whole?.id, 'second', 12_000, '2025-11-26T03:01:00Z', 'cash', '0009002'])
  await owner.query(put, [half?.id, 'open', 7000, null, null, null])
  await owner.query('begin')
  await owner.query(readFileSync(migration, 'utf8'))
  await owner.query('commit')

  const { db, close } = connect(database.url, { size: 1, role: workingRole })
  const fees = await feesOfDossier(db, whole?.id ?? '')
  expect(fees.map(({ id, amount, method, receiptNumber }) => [id, amount, method, receiptNumber])).toEqual([
    ['first', 30_000, 'cash', '0009001'],
    ['second', 12_000, 'cash', '0009001'],
  ])
  expect((await feesOfDossier(db, half?.id ?? '')).map(({ paidAt }) => paidAt)).toEqual([null])
  await close()
  const receipts = await owner.query(
    `select number, year, amount::int, voided_at is null as holds, unit_id = $1 as is_here from payments.receipt where number > 9000 order by number`,
    [whole?.receiver],
  )
  expect(receipts.rows).toEqual([
    { number: 9001, year: 2025, amount: 42_000, holds: true, is_here: true },
    { number: 9002, year: 2025, amount: 12_000, holds: false, is_here: true },
  ])
})
