import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database } from '#kernel/database/connect.ts'
import { tellByNext, type Plan, type Told } from './plan.ts'

/** So long an answer, or a way out, may take before another channel is tried. */
const patience = { answerMs: 10 * 60_000, wayMs: 24 * 3_600_000 }
/** Older news is told by nothing new. */
const newsMs = 3 * 24 * 3_600_000

interface Lost extends Omit<Told, 'at'> {
  readonly plan: Plan
}

/**
 * Tells by the next channel what the one in use has lost: it failed, did not arrive, nobody knows whether it left, or it found no way out for a
 * day. Answers how many.
 */
export const passOn = (db: Database, now: Date, publicUrl: string): Promise<number> =>
  db.transaction(async (tx) => {
    const before = (ms: number) => new Date(now.getTime() - ms)
    await run(
      tx,
      sql`update notification.sms set state = 'failed', error = 'no way out for a day' where state = 'waiting' and next_at < ${before(patience.wayMs)}`,
    )
    const lost = await rows(
      tx,
      sql<Lost>`select m.id, m.person_id, m.words, m.link, m.plan from notification.message m
        where m.plan is not null and m.at > ${before(newsMs)} and (
          m.plan->>'trying' = 'sms' and exists (select 1 from notification.sms s where s.message_id = m.id and (s.state in ('failed', 'undelivered')
            or s.state = 'sending' and s.claimed_at < ${before(patience.answerMs)}))
          or m.plan->>'trying' = 'push' and not exists (select 1 from notification.push p where p.message_id = m.id and p.state in ('waiting', 'sending', 'sent'))
          or m.plan->>'trying' = 'email' and exists (select 1 from notification.email e where e.message_id = m.id and e.state = 'failed'))
        order by m.at limit 100 for update of m skip locked`,
    )
    for (const { plan, ...told } of lost) await tellByNext(tx, { ...told, at: now }, plan, publicUrl)
    return lost.length
  })
