import { randomUUIDv7 } from 'node:crypto'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { directoryProblems } from '../contract.ts'
import { mustBeSomebodyElse, mustManagePost } from '../must-manage.ts'
import { appoint } from '../post.ts'
import { openWork, type Follower } from '../reorganization/follower.ts'
import { mustBeVacant } from '../vacant.ts'
import { emptyKeys, leaderThen, type Leaving } from './left-behind.ts'
import type { TransferPlan } from './plan.ts'
import { prepare, type Prepared } from './prepare.ts'
import { transferProblems } from './problems.ts'
import { insertTransfer, type Changes } from './transfer.ts'

export interface Decided {
  readonly document: string
  readonly decidedOn: PlainDate
  readonly reason?: string | undefined
}

const refuse = (code: keyof typeof transferProblems): never => {
  throw new Problem(code, transferProblems[code])
}

/**
 * Writes a decision about one official into the directory, dated: rights, inbox and signing change by themselves at midnight of its day.
 * Answers its id.
 */
export async function decideTransfer(
  ctx: Context,
  plan: TransferPlan,
  decided: Decided,
  followers: readonly Follower[],
): Promise<string> {
  const { personId, effectiveOn } = plan
  await lockPerson(ctx.tx, personId)
  const prepared = await prepare(ctx.tx, plan)
  await mustDecide(ctx, personId, prepared)
  await mustMakeSense(ctx, plan, prepared)
  if (decided.decidedOn > effectiveOn) refuse('transferBeforeDecision')
  const { ending, beginning } = prepared
  const ended = ending.flatMap(({ appointmentId }) => appointmentId ?? [])
  for (const [at, { postId, kind, to }] of beginning.entries())
    if (kind === 'regular')
      await mustBeVacant(ctx.tx, { postId, from: effectiveOn, until: to, except: ended, path: `begins.${at}` })
  await mustLeaveNothing(ctx.tx, { personId, effectiveOn, ending, beginning }, followers)
  await tellRightsChanged(ctx.tx)
  const appointments = await endAppointments(ctx.tx, ended, effectiveOn)
  const begun: string[] = []
  for (const { postId, kind, to } of beginning) {
    const until = to ?? undefined
    begun.push(await appoint(ctx.tx, { postId, personId, kind, from: effectiveOn, until, decision: decided.document }))
  }
  const delegations = await endDelegations(ctx, { personId, effectiveOn, ending, beginning })
  const id = randomUUIDv7()
  const changes: Changes = { plan, begun, appointments, delegations }
  await insertTransfer(ctx.tx, {
    ...decided,
    reason: decided.reason,
    id,
    changes,
    by: ctx.actor.account,
    at: ctx.now(),
  })
  ctx.note({
    objectType: 'transfer',
    objectId: id,
    subjects: [personId],
    facts: { document: decided.document, effectiveOn, leaves: plan.leaves },
  })
  ctx.emit('directory.transferred', { transferId: id })
  return id
}

/** Decisions about one person come one after the other. */
export async function lockPerson(tx: Queries, personId: string): Promise<void> {
  if ((await run(tx, sql`select 1 from directory.person where id = ${personId} for no key update`)) === 0)
    fail('notFound')
}

/**
 * It is about somebody else, and every post that ends or begins is in reach of the caller; whoever holds none is decided about by those whose
 * right reaches everything.
 * @right
 */
export async function mustDecide(
  ctx: Context,
  personId: string,
  { ending, beginning }: Pick<Prepared, 'ending' | 'beginning'>,
): Promise<void> {
  mustBeSomebodyElse(ctx, personId)
  const posts = [...ending, ...beginning]
  if (posts.length === 0 && scopeOf(ctx.actor, 'directory.manage') !== 'all') fail('notFound')
  for (const post of posts) await mustManagePost(ctx, post)
}

async function mustMakeSense(ctx: Context, plan: TransferPlan, { ending, after }: Prepared): Promise<void> {
  const today = dateAt(ctx.now())
  if (plan.effectiveOn < today) refuse('transferPast')
  if (!plan.leaves && plan.ends.length + plan.begins.length === 0) refuse('transferNothing')
  if (!plan.leaves && ending.length < new Set(plan.ends).size) refuse('transferNotHeld')
  if (plan.leaves && ending.length === 0) refuse('transferNotHeld')
  if (new Set(after.map(({ postId }) => postId)).size < after.length)
    throw new Problem('postHeld', directoryProblems.postHeld)
  const pending = await find(
    ctx.tx,
    sql`select 1 from directory.transfer
      where person_id = ${plan.personId} and cancelled_at is null and effective_on > ${today} limit 1`,
  )
  if (pending !== undefined) refuse('transferPending')
}

/** Open work that the decision leaves to nobody needs somebody who leads there. */
async function mustLeaveNothing(tx: Queries, leaving: Leaving, followers: readonly Follower[]): Promise<void> {
  const empty = await emptyKeys(tx, leaving)
  for (const { key, unitId } of empty) {
    const open = await openOn(tx, [key], followers)
    if (open > 0 && (await leaderThen(tx, unitId, leaving)) === undefined) refuse('transferHeadless')
  }
}

/** How much open work is addressed to these keys. */
export async function openOn(tx: Queries, keys: readonly number[], followers: readonly Follower[]): Promise<number> {
  let open = 0
  for (const count of (await openWork(tx, keys, followers)).values()) open += count
  return open
}

const endAppointments = (
  tx: Queries,
  ids: readonly string[],
  on: PlainDate,
): Promise<Changes['appointments'][number][]> =>
  rows(
    tx,
    sql<Changes['appointments'][number]>`with before as (
        select id, valid_to from directory.appointment where id = any(${ids}::uuid[]) for update
      ), done as (
        update directory.appointment a set valid_to = ${on} from before where a.id = before.id
      )
      select id, valid_to from before`,
  )

/**
 * Ends what was given from the posts that end, and to them: it was meant for this person (Decree 30/2020 art. 13). A post that somebody
 * else goes on holding keeps its own.
 */
async function endDelegations(ctx: Context, leaving: Leaving): Promise<Changes['delegations'][number][]> {
  const empty = (await emptyKeys(ctx.tx, leaving)).map(({ key }) => key)
  const { effectiveOn } = leaving
  return rows(
    ctx.tx,
    sql<Changes['delegations'][number]>`with before as (
        select d.id, d.valid_to, d.valid_from >= ${effectiveOn} as is_ahead from directory.delegation d
        join directory.post p on p.id in (d.from_post_id, d.to_post_id)
        where p.key = any(${empty}::int[]) and d.revoked_at is null and d.valid_to > ${effectiveOn} for update of d
      ), done as (
        update directory.delegation d set valid_to = case when before.is_ahead then d.valid_to else ${effectiveOn} end,
          revoked_at = case when before.is_ahead then ${ctx.now()}::timestamptz end
        from before where d.id = before.id
      )
      select distinct id, valid_to, is_ahead from before`,
  )
}
