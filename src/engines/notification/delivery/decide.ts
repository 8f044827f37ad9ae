import { get, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { underWayMs } from './troubled.ts'

interface Decision {
  readonly decision: 'left' | 'lost'
  /** Who looked, say at the centre or by calling the person. */
  readonly name: string
  readonly at: Date
}

/** Where a channel keeps its messages, and since when one is under way. */
const kept: Readonly<Record<'sms' | 'email', { readonly table: Fragment; readonly since: Fragment }>> = {
  sms: { table: sql`notification.sms`, since: sql`claimed_at` },
  email: { table: sql`notification.email`, since: sql`next_at` },
}

/**
 * Takes somebody's word for whether a message left of which nobody knew: sent since it was under way, or lost, so that it is passed on. Answers
 * whether it was unsure; not found where there is none.
 */
export async function decide(tx: Queries, channel: 'sms' | 'email', id: string, by: Decision): Promise<boolean> {
  const { table, since } = kept[channel]
  const isLeft = by.decision === 'left'
  await get(tx, sql`select 1 from ${table} where id = ${id} for update`)
  const decided = await run(
    tx,
    sql`update ${table} set state = ${isLeft ? 'sent' : 'failed'}, sent_at = case when ${isLeft} then ${since} end,
        error = ${`${isLeft ? 'Đã tới' : 'Không tới'}, theo ${by.name}`}
      where id = ${id} and state = 'sending' and ${since} < ${new Date(by.at.getTime() - underWayMs)}`,
  )
  return decided > 0
}
