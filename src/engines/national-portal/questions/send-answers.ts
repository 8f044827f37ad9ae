import { randomUUIDv7 } from 'node:crypto'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import { dateAt } from '#values/plain-date.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import { retryAt } from '../outgoing/retry-at.ts'
import { judgeCode } from '../outgoing/tell-messages.ts'
import { countFlow } from '../reconciliation/flow-day.ts'
import { answerRecords, type BuiltAnswer } from './answer-record.ts'
import { claimAnswers, keepAnswer, settleAnswer, type AnswerOutcome, type ClaimedAnswer } from './answer-row.ts'

const batch = 20
/** Renewed before each is sent, and longer than an answer may take. */
const leaseOf = ({ profile }: SendParts): number => (profile.timeoutSeconds + 10) * 1000

/**
 * Tells published answers that are due, each by itself: there are few, and one that is refused holds up no other. Told twice they are one
 * there, for they have a number. Answers how many were taken; 0 = nothing is due, or the national portal is left alone.
 */
export async function sendAnswers(parts: SendParts): Promise<number> {
  const { runner, client } = parts
  const { db, now } = runner
  const link = await readLink(db)
  if (isClosed(link, now())) return 0
  const most = link.failures > 0 ? 1 : batch
  let claimed: readonly ClaimedAnswer[] = []
  let records: ReadonlyMap<string, BuiltAnswer> = new Map()
  const turn = { requestId: `national-${randomUUIDv7()}`, operation: 'nationalPortal.publishAnswers' }
  await runInBackground(runner, turn, async (ctx) => {
    claimed = await claimAnswers(ctx.tx, { at: ctx.now(), most, leaseMs: leaseOf(parts) })
    if (claimed.length === 0) return
    records = await answerRecords(ctx.tx, claimed, { ...parts, province: client.unit }, dateAt(ctx.now()))
    for (const { petitionId, code, publishedAt } of claimed)
      ctx.note({
        objectType: 'petition',
        objectId: petitionId,
        facts: { code, told: publishedAt === null ? 'withdrawn' : 'published', to: 'national-portal' },
      })
  })
  for (const [order, one] of claimed.entries()) {
    try {
      await sendOne(parts, one, records.get(one.petitionId)!)
    } catch (error) {
      if (!(error instanceof PortalAway)) throw error
      await noteAway(db, error.message, now())
      const { closedUntil } = await readLink(db)
      const back = { state: 'waiting', nextAt: closedUntil ?? now(), cause: null, error: error.message } as const
      for (const left of claimed.slice(order)) await settleAnswer(db, left, back, now())
      return 0
    }
  }
  return claimed.length
}

async function sendOne(parts: SendParts, one: ClaimedAnswer, { unit, record }: BuiltAnswer): Promise<void> {
  const { runner, client, profile } = parts
  const { db, now } = runner
  const done: AnswerOutcome = { state: 'accepted', nextAt: now(), cause: null, error: null }
  // Withdrawn before it ever left: there is nothing to take away there.
  if (one.publishedAt === null && !one.wasSent) return void (await settleAnswer(db, one, done, now()))
  if (!(await keepAnswer(db, one, new Date(now().getTime() + leaseOf(parts))))) return
  const answer = await client.ask(profile.services.questions, unit, { data: [record] })
  const own = answer.result.find((said) => String(said[profile.questions.names.number]) === one.number)
  const said = judgeCode(profile, answer, own)
  const outcome: AnswerOutcome =
    said.said === 'accepted'
      ? done
      : said.said === 'refused'
        ? { ...done, state: 'refused', cause: said.cause, error: said.words }
        : { ...done, state: 'waiting', nextAt: retryAt(now(), one.tries), error: said.words }
  await db.transaction(async (tx) => {
    await settleAnswer(tx, one, outcome, now())
    const [accepted, refused] = [said.said === 'accepted' ? 1 : 0, said.said === 'refused' ? 1 : 0]
    await countFlow(tx, { day: dateAt(now()), flow: 'answer', sent: 1, accepted, refused })
    await noteAnswer(tx, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
  })
}
