import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Gives the messages and wishes of one row of a person to another of the same person; what both were told stands once. */
export async function mergeMessages(tx: Queries, from: string, to: string): Promise<void> {
  await run(
    tx,
    sql`update notification.message m set person_id = ${to} where m.person_id = ${from}
      and not exists (select 1 from notification.message k where k.person_id = ${to} and k.dedupe = m.dedupe)`,
  )
  await run(
    tx,
    sql`update notification.wish set person_id = ${to} where person_id = ${from}
      and not exists (select 1 from notification.wish k where k.person_id = ${to})`,
  )
  await run(tx, sql`update notification.push_subscription set person_id = ${to} where person_id = ${from}`)
  await run(tx, sql`update notification.message set asked_by = ${to} where asked_by = ${from}`)
}
