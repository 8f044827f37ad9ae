import { find, rows, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import type { PetitionStatus } from './contract/shapes.ts'
import type { PetitionKind } from './kinds.ts'
import { isSeen } from './rights.ts'

/** A row as it stands, without who sent it. */
export interface Petition {
  readonly id: string
  readonly code: string
  readonly kind: PetitionKind
  readonly status: PetitionStatus
  readonly title: string
  readonly body: string
  readonly procedureCode: string | null
  readonly place: string | null
  readonly aboutUnitId: string | null
  readonly channel: 'online' | 'hotline'
  readonly mayPublish: boolean
  readonly unitId: string
  readonly unitKey: number
  readonly askedAt: Date
  readonly acceptDue: Date
  readonly supplementDue: Date
  readonly acceptedAt: Date | null
  readonly limitCase: string
  readonly extensions: number
  readonly answerDue: Date | null
  readonly publishDue: Date | null
  readonly due: Date | null
  readonly askedMore: string | null
  readonly refusal: string | null
  readonly draft: string | null
  readonly draftedBy: string | null
  readonly proposedAt: Date | null
  readonly returned: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly mergedInto: string | null
  readonly helpful: boolean | null
  readonly reopenedAt: Date | null
  readonly publishedAt: Date | null
  /** Of a second complaint: the decision that it is against. */
  readonly firstDecision: string | null
  readonly previousId: string | null
  readonly revision: number
}

const columns = sql`p.id, p.code, p.kind, p.status, p.title, p.body, p.procedure_code, p.place, p.about_unit_id, p.channel, p.may_publish,
  p.unit_id, p.unit_key, p.asked_at, p.accept_due, p.supplement_due, p.accepted_at, p.limit_case, p.extensions, p.answer_due, p.publish_due,
  p.due, p.asked_more, p.refusal, p.draft, p.drafted_by, p.proposed_at, p.returned, p.answer, p.answered_by, p.answered_at, p.merged_into,
  p.helpful, p.reopened_at, p.published_at, p.first_decision, p.previous_id, p.revision`

export const petitionsWhere = (tx: Queries, rest: Fragment): Promise<Petition[]> =>
  rows(tx, sql<Petition>`select ${columns} from petitions.petition p where ${rest}`)

export const findPetition = (tx: Queries, id: string): Promise<Petition | undefined> =>
  find(tx, sql<Petition>`select ${columns} from petitions.petition p where p.id = ${id}`)

/** One that the caller sees; not found for any other. */
export const getSeen = async (ctx: Context, id: string): Promise<Petition> =>
  (await petitionsWhere(ctx.tx, sql`p.id = ${id} and ${isSeen(ctx.actor)}`))[0] ?? fail('notFound')

/** The same, for the caller alone until the transaction ends; refused where somebody changed it since. */
export async function lockSeen(ctx: Context, id: string, revision: number): Promise<Petition> {
  const [petition] = await petitionsWhere(ctx.tx, sql`p.id = ${id} and ${isSeen(ctx.actor)} for update`)
  if (petition === undefined) fail('notFound')
  if (petition.revision !== revision) fail('conflict')
  return petition
}

/** Whether everybody still reads an answer that its sender sent back: it stays, with a mark, until the new one is published or it is taken off. */
export const isUnderReview = ({ publishedAt, reopenedAt }: Pick<Petition, 'publishedAt' | 'reopenedAt'>): boolean =>
  publishedAt !== null && reopenedAt !== null && publishedAt < reopenedAt

/** Whose personal data it holds: of a denunciation nobody's is said. */
export async function subjectsOf(tx: Queries, id: string): Promise<string[]> {
  const found = await find(
    tx,
    sql<{ personId: string | null }>`select person_id from petitions.sender where petition_id = ${id}`,
  )
  return found?.personId ? [found.personId] : []
}

/** Writes what was changed and counts the change; answers the row as it stands then. */
export async function savePetition(tx: Queries, p: Petition): Promise<Petition> {
  await write(
    tx,
    sql`update petitions.petition set status = ${p.status}, unit_id = ${p.unitId}, unit_key = ${p.unitKey}, accept_due = ${p.acceptDue},
        accepted_at = ${p.acceptedAt}, limit_case = ${p.limitCase}, extensions = ${p.extensions}, answer_due = ${p.answerDue},
        publish_due = ${p.publishDue}, due = ${dueOf(p)}, asked_more = ${p.askedMore}, refusal = ${p.refusal}, draft = ${p.draft},
        drafted_by = ${p.draftedBy}, proposed_at = ${p.proposedAt}, returned = ${p.returned}, answer = ${p.answer}, answered_by = ${p.answeredBy},
        answered_at = ${p.answeredAt}, merged_into = ${p.mergedInto}, helpful = ${p.helpful}, reopened_at = ${p.reopenedAt},
        published_at = ${p.publishedAt}, first_decision = ${p.firstDecision}, about_unit_id = ${p.aboutUnitId}, revision = revision + 1
      where id = ${p.id}`,
  )
  return { ...p, revision: p.revision + 1 }
}

/** The next date that somebody has to keep; null where nothing is left to do. While the sender is waited for, the last one known. */
function dueOf({ status, acceptDue, answerDue, acceptedAt, publishDue }: Petition): Date | null {
  if (status === 'sent') return acceptDue
  if (status === 'accepted') return answerDue
  if (status === 'waiting-sender') return acceptedAt === null ? acceptDue : (answerDue ?? acceptDue)
  return status === 'answered' ? publishDue : null
}
