import { rows, run, sql } from '#kernel/database/query.ts'
import type { Database, Queries } from '#kernel/database/connect.ts'
import type { Log } from '#kernel/log.ts'
import { longestPauseMs, mostAttempts, pauseAfter } from '../attempts.ts'
import { isUnwished } from '../delivery/wish.ts'
import { waitOutQuiet } from '../template/quiet-hours.ts'
import { settleParts } from './receipt.ts'
import type { Answer, SmsWay } from './sms-way.ts'

interface Claimed {
  readonly id: string
  readonly state: 'sending' | 'withdrawn'
  readonly phone: string
  readonly text: string
  readonly parts: number
  readonly attempts: number
  /** Parts that the centre took at an earlier try. */
  readonly taken: readonly number[]
}

interface Outcome {
  readonly sms: Claimed
  readonly taken: readonly { readonly part: number; readonly centreId: string }[]
  /** The answer to the last part that was handed over. */
  readonly last: Answer
}

/**
 * Hands over what waits, as much as may be under way at once. Each is fenced as "sending" and committed before the wire sees it; one whose
 * answer never came stays so, for a person to look at. Answers how many were tried.
 */
export async function sendWaitingSms(db: Database, way: SmsWay, log: Log, now: () => Date): Promise<number> {
  if (!(await way.isReady())) return 0
  const at = now()
  await waitOutQuiet(db, 'sms', at)
  const found = await claim(db, way.window, at)
  if (found.length === 0) return 0
  const claimed = found.filter(({ state }) => state === 'sending')
  const outcomes = await Promise.all(claimed.map((sms) => handOver(way, sms)))
  for (const { sms, last } of outcomes)
    if (last.is !== 'taken') log.warn({ sms: sms.id, is: last.is, error: last.error }, 'SMS not taken')
  await note(db, outcomes, now())
  return found.length
}

/** What is to wait for longer than a night was written by a clock that was set back since. */
const claim = (db: Queries, most: number, at: Date): Promise<Claimed[]> =>
  rows(
    db,
    sql<Claimed>`with due as (
        select id, message_id from notification.sms where state = 'waiting' and (next_at <= ${at} or next_at > ${at}::timestamptz + interval '1 day')
        order by next_at limit ${most} for update skip locked
      )
      update notification.sms s set attempts = attempts + 1, claimed_at = ${at},
        state = case when ${isUnwished('sms', sql`due.message_id`)} then 'withdrawn' else 'sending' end
      from due where s.id = due.id
      returning s.id, s.state, s.phone, s.text, s.parts, s.attempts,
        array(select p.part::int from notification.sms_part p where p.sms_id = s.id) as taken`,
  )

async function handOver(way: SmsWay, sms: Claimed): Promise<Outcome> {
  const taken: { part: number; centreId: string }[] = []
  let last: Answer = { is: 'taken', centreId: '' }
  for (let part = 1; part <= (way.cutsItself ? 1 : sms.parts); part += 1) {
    if (sms.taken.includes(part)) continue
    last = await way.handOver({ smsId: sms.id, phone: sms.phone, text: sms.text, part })
    if (last.is !== 'taken') break
    taken.push({ part, centreId: last.centreId })
  }
  return { sms, taken, last }
}

/** Two statements for all of them: what the centre took, and how each message stands. */
async function note(db: Database, outcomes: readonly Outcome[], at: Date): Promise<void> {
  const parts = outcomes.flatMap(({ sms, taken }) => taken.map((one) => ({ ...one, smsId: sms.id })))
  const standings = outcomes.map((one) => ({ id: one.sms.id, ...standingAfter(one, at) }))
  await db.transaction(async (tx) => {
    if (parts.length > 0)
      await run(
        tx,
        sql`insert into notification.sms_part (sms_id, part, centre_id)
          select * from unnest(${parts.map((one) => one.smsId)}::uuid[], ${parts.map((one) => one.part)}::smallint[], ${parts.map((one) => one.centreId.slice(0, 65))}::text[])`,
      )
    await run(
      tx,
      sql`update notification.sms s set state = n.state, next_at = n.next_at, error = n.error, attempts = n.attempts,
          sent_at = case when n.state = 'sent' then ${at}::timestamptz end
        from unnest(${standings.map((one) => one.id)}::uuid[], ${standings.map((one) => one.state)}::text[],
          ${standings.map((one) => one.nextAt)}::timestamptz[], ${standings.map((one) => one.error)}::text[], ${standings.map((one) => one.attempts)}::int[])
          as n (id, state, next_at, error, attempts) where s.id = n.id`,
    )
  })
  // Receipts that were quicker than the answers.
  if (parts.length > 0)
    await settleParts(
      db,
      parts.map((one) => one.centreId),
    )
}

function standingAfter({ sms, last }: Outcome, at: Date) {
  const { attempts } = sms
  const waits = (ms: number) => new Date(at.getTime() + Math.min(ms, longestPauseMs))
  switch (last.is) {
    case 'taken':
      return { state: 'sent', nextAt: at, error: null, attempts }
    case 'unsure':
      return { state: 'sending', nextAt: at, error: last.error, attempts }
    case 'refused':
      return { state: 'failed', nextAt: at, error: last.error, attempts }
    case 'later':
      // That others crowd the centre is no fault of this one.
      if (last.isCrowded) return { state: 'waiting', nextAt: waits(1000), error: last.error, attempts: attempts - 1 }
      return {
        state: attempts >= mostAttempts ? 'failed' : 'waiting',
        nextAt: waits(pauseAfter(attempts)),
        error: last.error,
        attempts,
      }
  }
}
