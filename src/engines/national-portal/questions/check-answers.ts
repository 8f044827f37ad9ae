import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { isClosed, noteAnswer, noteAway, readLink } from '../client/link-state.ts'
import { PortalAway } from '../client/portal-away.ts'
import { textIn } from '../client/text-in.ts'
import type { NationalProfile } from '../declare.ts'
import type { SentRecord } from '../outgoing/build-records.ts'
import type { SendParts } from '../outgoing/send-deliveries.ts'
import type { Compared } from '../reconciliation/compare-records.ts'
import { answerRecords } from './answer-record.ts'
import { answersWhere } from './answer-row.ts'

/** Marks every answer that was acknowledged to be compared. Answers how many. */
export const wantAnswersChecked = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`update national_portal.answer set is_check_due = true where state in ('accepted', 'differing') and was_sent`,
  )

const batch = 500

const isDue = sql`a.is_check_due and a.state in ('accepted', 'differing') and a.wanted = a.told order by a.accepted_at, a.petition_id limit ${batch}`

/** Asks what the national portal shows of our answers, as one list, and notes where it is something else. Answers how many were compared. */
export async function checkAnswers({ runner, client, profile }: SendParts): Promise<number> {
  const { db, now } = runner
  if (isClosed(await readLink(db), now())) return 0
  const due = await answersWhere(db, isDue)
  if (due.length === 0) return 0
  const ours = await answerRecords(db, due, { profile, province: client.unit }, dateAt(now()))
  try {
    const answer = await client.ask(profile.services.heldQuestions, undefined, {})
    await noteAnswer(db, answer.tookMs, answer.tookMs > profile.slowSeconds * 1000, now())
    // Refused, it says nothing of what is there.
    if (!profile.answers.done.includes(answer.code)) {
      runner.log.warn(
        { code: answer.code, words: answer.words },
        'the national portal does not say which answers it shows',
      )
      // The next reconciliation asks again; until then it would be asked every second.
      await run(
        db,
        sql`update national_portal.answer set is_check_due = false where petition_id = any(${due.map(({ petitionId }) => petitionId)}::uuid[])`,
      )
      return 0
    }
    const held = new Map(answer.result.map((one) => [textIn(one, profile.questions.names.number), one]))
    for (const { petitionId, number, wanted } of due) {
      const { fields, cause } = compareAnswers(ours.get(petitionId)!.record, held.get(number), profile)
      await run(
        db,
        sql`update national_portal.answer set is_check_due = false, checked_at = ${now()}, cause = ${cause}, differences = ${json(fields)},
            state = ${cause === null ? 'accepted' : 'differing'}
          where petition_id = ${petitionId} and state in ('accepted', 'differing') and wanted = ${wanted}`,
      )
    }
    return due.length
  } catch (error) {
    if (!(error instanceof PortalAway)) throw error
    await noteAway(db, error.message, now())
    return 0
  }
}

/** What is withdrawn may stand there as withdrawn or not at all; of the rest every field that it holds must be ours. */
export function compareAnswers(
  ours: SentRecord,
  theirs: Readonly<Record<string, unknown>> | undefined,
  { questions: { names, states } }: NationalProfile,
): Compared {
  const asked = [names.state, names.question, names.answer, names.unitName]
  const isWithdrawn = ours[names.state] === states.withdrawn
  if (isWithdrawn && theirs === undefined) return { fields: [], cause: null }
  const compared = (isWithdrawn ? asked.slice(0, 1) : asked).filter((field) => theirs === undefined || field in theirs)
  const fields = compared.map((field) => {
    const [own, held] = [textIn(ours, field), textIn(theirs, field)]
    return { field, ours: own, theirs: held, isSame: own === held }
  })
  if (theirs === undefined) return { fields, cause: 'lost' }
  const first = fields.find(({ isSame }) => !isSame)?.field
  return { fields, cause: first === undefined ? null : first === names.state ? 'status-differs' : 'value-differs' }
}
