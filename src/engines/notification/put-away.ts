import type { Queries } from '#kernel/database/connect.ts'
import { get, run, sql } from '#kernel/database/query.ts'

/** Stands at what was put away, for whoever looks at it. */
const reason = 'Có thể đã gửi trước khi khôi phục'

/**
 * After a restore: what waits may have been sent in the time that nobody remembers. It is not sent by itself, nor told by another channel; everyone
 * reads it in their messages. What is "sending" stays unsure, as it is after any crash.
 */
export async function putAwayWaiting(tx: Queries): Promise<void> {
  await run(tx, sql`update notification.message set plan = null where plan is not null`)
  await run(tx, sql`update notification.email set state = 'withdrawn', error = ${reason} where state = 'waiting'`)
  await run(tx, sql`update notification.sms set state = 'withdrawn', error = ${reason} where state = 'waiting'`)
  await run(tx, sql`update notification.push set state = 'withdrawn', error = ${reason} where state = 'waiting'`)
}

/** What a restore has put away, by channel. */
export const countPutAway = (on: Queries) =>
  get(
    on,
    sql<{ email: number; sms: number; push: number }>`
      select (select count(*)::int from notification.email where state = 'withdrawn' and error = ${reason}) as email,
        (select count(*)::int from notification.sms where state = 'withdrawn' and error = ${reason}) as sms,
        (select count(*)::int from notification.push where state = 'withdrawn' and error = ${reason}) as push`,
  )

/** Has e-mails and short messages sent after all that a restore has put away, when an administrator knows that they never left. Answers how many. */
export const sendPutAway = async (tx: Queries, at: Date): Promise<number> =>
  (await run(
    tx,
    sql`update notification.email set state = 'waiting', error = null, next_at = ${at} where state = 'withdrawn' and error = ${reason}`,
  )) +
  (await run(
    tx,
    sql`update notification.sms set state = 'waiting', error = null, next_at = ${at} where state = 'withdrawn' and error = ${reason}`,
  ))
