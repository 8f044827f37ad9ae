import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { tellByNext, type Plan, type Told } from './plan.ts'

/** So long a short message waits for a way out: where another channel is left, and where none is. */
const wayMs = { more: 3_600_000, last: 24 * 3_600_000 }
/** Older news is told by nothing new. */
const newsMs = 3 * 24 * 3_600_000

interface Lost extends Omit<Told, 'at'> {
  readonly plan: Plan
}

/**
 * Tells by the next channel what the one in use has surely lost: it failed, did not arrive, found no way out, or is wanted no more. What may have left is told by
 * nothing else, so that nobody hears of one thing twice. Answers how many.
 */
export const passOn = (db: Database, now: Date, publicUrl: string): Promise<number> =>
  db.transaction(async (tx) => {
    const before = (ms: number) => new Date(now.getTime() - ms)
    await run(
      tx,
      sql`update notification.sms s set state = 'failed', error = 'no way out' where s.state = 'waiting' and s.next_at < ${before(wayMs.more)}
        and (s.next_at < ${before(wayMs.last)} or exists (
          select 1 from notification.message m where m.id = s.message_id and m.plan->>'trying' = 'sms'))`,
    )
    const lost = await rows(
      tx,
      sql<Lost>`select m.id, m.person_id, m.words, m.link, m.plan from notification.message m
        where m.plan is not null and m.at > ${before(newsMs)} and (
          m.plan->>'trying' = 'sms' and exists (select 1 from notification.sms s where s.message_id = m.id and s.state in ('failed', 'undelivered', 'withdrawn'))
          or m.plan->>'trying' = 'push' and not exists (select 1 from notification.push p where p.message_id = m.id and p.state in ('waiting', 'sending', 'sent'))
          or m.plan->>'trying' = 'email' and exists (select 1 from notification.email e where e.message_id = m.id and e.state in ('failed', 'withdrawn')))
        order by m.at limit 100 for update of m skip locked`,
    )
    const ids = lost.map(({ id }) => id)
    await run(tx, sql`update notification.sms set passed_on_at = ${now} where message_id = any(${ids}::uuid[])`)
    await run(tx, sql`update notification.email set passed_on_at = ${now} where message_id = any(${ids}::uuid[])`)
    for (const { plan, ...told } of lost) await tellByNext(tx, { ...told, at: now }, plan, publicUrl)
    return lost.length
  })
