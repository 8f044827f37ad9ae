import { rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Cause } from '../declare.ts'

/** Whatever was told of it before, it is wanted once more; what is on its way just now goes again afterwards. */
const again = (
  at: Date,
): Fragment => sql`on conflict (petition_id) do update set wanted = a.wanted + 1, changed_at = ${at}, tries = 0,
  state = case when a.state = 'sending' then 'sending' else 'waiting' end, cause = null, error = null, differences = null,
  next_at = case when a.state = 'sending' then a.next_at else excluded.next_at end`

/** When what everybody reads became what it is: published, or sent back by whoever asked. Of the rows `p` and `q`. */
const version = sql`case when p.published_at is not null then greatest(p.published_at, q.reopened_at) end`

/** Says that an answer was published, anew, or withdrawn. One that never was published has no row and gets none by being withdrawn. */
export const wantAnswerTold = (tx: Queries, petitionId: string, at: Date): Promise<number> =>
  run(
    tx,
    sql`insert into national_portal.answer as a (petition_id, next_at, changed_at)
      select id, ${at}::timestamptz, ${at}::timestamptz from petitions.petition
      where id = ${petitionId} and (exists (select from petitions.published p where p.petition_id = id)
        or exists (select from national_portal.answer o where o.petition_id = id)) ${again(at)}`,
  )

/** Takes up what was published before there was a link, and what changed while nobody listened. Answers how many. */
export const takeUpAnswers = (tx: Queries, at: Date, most: number): Promise<number> =>
  run(
    tx,
    sql`insert into national_portal.answer as a (petition_id, next_at, changed_at)
      select coalesce(p.petition_id, o.petition_id), ${at}::timestamptz, ${at}::timestamptz
      from petitions.published p full join national_portal.answer o on o.petition_id = p.petition_id
      left join petitions.petition q on q.id = p.petition_id
      where o.petition_id is null or o.state = 'accepted' and o.told_version is distinct from date_trunc('milliseconds', ${version})
      order by 1 limit ${most} ${again(at)}`,
  )

/** One that a process has taken, as everybody reads it here now; without a title it is published no more. */
export interface ClaimedAnswer {
  readonly petitionId: string
  readonly number: string
  readonly code: string
  readonly wanted: number
  readonly tries: number
  readonly wasSent: boolean
  readonly procedureCode: string | null
  readonly title: string | null
  readonly body: string | null
  readonly answer: string | null
  readonly unitId: string
  readonly publishedAt: Date | null
  /** Since when it is looked at again, because it did not help. */
  readonly reviewedSince: Date | null
  readonly version: Date | null
}

/** What a record is built of, of the answers that fit. */
export const answersWhere = (tx: Queries, which: Fragment): Promise<ClaimedAnswer[]> =>
  rows(
    tx,
    sql<ClaimedAnswer>`select a.petition_id, a.number::text as number, q.code, a.wanted, a.tries, a.was_sent, q.procedure_code, p.title, p.body, p.answer,
        coalesce(p.unit_id, q.unit_id) as unit_id, p.published_at,
        case when p.published_at < q.reopened_at then q.reopened_at end as reviewed_since, ${version} as version
      from national_portal.answer a join petitions.petition q on q.id = a.petition_id left join petitions.published p on p.petition_id = a.petition_id
      where ${which}`,
  )

/** Takes up to so many that are due; if this process dies, others take them when the lease is over. */
export async function claimAnswers(
  tx: Queries,
  { at, most, leaseMs }: { at: Date; most: number; leaseMs: number },
): Promise<ClaimedAnswer[]> {
  const claimed = await rows(
    tx,
    sql<{
      petitionId: string
    }>`update national_portal.answer a set state = 'sending', tries = a.tries + 1, next_at = ${new Date(at.getTime() + leaseMs)}
      from (select petition_id from national_portal.answer where state in ('waiting', 'sending') and next_at <= ${at}
        order by next_at, petition_id limit ${most} for update skip locked) due
      where a.petition_id = due.petition_id returning a.petition_id`,
  )
  if (claimed.length === 0) return []
  return answersWhere(
    tx,
    sql`a.petition_id = any(${claimed.map(({ petitionId }) => petitionId)}::uuid[]) order by a.number`,
  )
}

/** Before it leaves: from here on it may be there. Answers whether it is still ours to send. */
export const keepAnswer = async (on: Queries, { petitionId }: ClaimedAnswer, until: Date): Promise<boolean> =>
  (await run(
    on,
    sql`update national_portal.answer set was_sent = true, next_at = ${until} where petition_id = ${petitionId} and state = 'sending'`,
  )) === 1

export interface AnswerOutcome {
  readonly state: 'accepted' | 'refused' | 'waiting'
  readonly nextAt: Date
  readonly cause: Cause | null
  readonly error: string | null
}

/** Writes what came of telling one; what changed meanwhile waits to be told again. */
export const settleAnswer = (on: Queries, claimed: ClaimedAnswer, outcome: AnswerOutcome, at: Date): Promise<number> =>
  run(
    on,
    sql`update national_portal.answer a set
        state = case when a.wanted > ${claimed.wanted} then 'waiting' else ${outcome.state} end,
        cause = case when a.wanted > ${claimed.wanted} then null else ${outcome.cause} end, error = ${outcome.error}, differences = null,
        next_at = case when a.wanted > ${claimed.wanted} then ${at}::timestamptz else ${outcome.nextAt}::timestamptz end
        ${outcome.state === 'accepted' ? sql`, told = ${claimed.wanted}, told_version = ${claimed.version}, tries = 0, accepted_at = ${at}` : sql``}
      where a.petition_id = ${claimed.petitionId} and a.state = 'sending'`,
  )
