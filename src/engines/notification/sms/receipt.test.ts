import { afterAll, expect, test } from 'vitest'
import { rows, run, sql } from '#kernel/database/query.ts'
import { createNotificationDatabase } from '../testing/notification-database.ts'
import { keepReceipts, settleParts } from './receipt.ts'

const database = await createNotificationDatabase()
const { db } = database
afterAll(() => database.drop())

const messages = 40
const waiting = sql`select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`

test('messages are settled in one order, so that whoever settles beside waits and holds nothing that the other needs', async () => {
  // The first by their ids are the last by their place in the table.
  await run(
    db,
    sql`insert into notification.sms (id, phone, text, parts, is_urgent, next_at, state)
      select ('00000000-0000-4000-8000-' || lpad((${messages}::int - n)::text, 12, '0'))::uuid, '84912345678', 'x', 1, true, now(), 'sent'
      from generate_series(1, ${messages}::int) n`,
  )
  await run(
    db,
    sql`insert into notification.sms_part (sms_id, part, centre_id) select id, 1, right(id::text, 12) from notification.sms order by id desc`,
  )
  const centreIds = (await rows(db, sql<{ centreId: string }>`select centre_id from notification.sms_part`)).map(
    (one) => one.centreId,
  )
  const at = new Date('2026-11-26T03:00:00Z')
  await run(
    db,
    sql`insert into notification.sms_receipt (centre_id, state, at)
      select centre_id, 'delivered', ${at}::timestamptz from notification.sms_part`,
  )

  let settled: Promise<void> | undefined
  const free = await db.transaction(async (tx) => {
    await rows(tx, sql`select from notification.sms order by id limit 1 for update`)
    settled = settleParts(db, centreIds)
    await expect.poll(() => rows(db, waiting)).toHaveLength(1)
    return rows(db, sql`select id from notification.sms for update skip locked`)
  })
  expect(free).toHaveLength(messages - 1)
  await settled
  await keepReceipts(
    db,
    centreIds.map((centreId) => ({ centreId, state: 'delivered', error: null, at })),
  )
  expect(await rows(db, sql`select state, count(*)::int as count from notification.sms group by state`)).toEqual([
    { state: 'delivered', count: messages },
  ])
})
