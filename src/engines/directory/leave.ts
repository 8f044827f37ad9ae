import { find, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { directoryProblems } from './contract.ts'
import { createDelegation, delegationsOf, type DelegationRow, type NewDelegation } from './delegation.ts'
import { getPerson } from './person.ts'
import { getPost } from './post.ts'
import { reaches } from './reach.ts'
import { postsOn } from './transfer/standing.ts'
import { getUnit } from './unit.ts'

interface Leave {
  readonly personId?: string | undefined
  readonly toPostId: string
  readonly from: PlainDate
  /** The first day back. */
  readonly to: PlainDate
  readonly document?: string | undefined
  readonly reason?: string | undefined
}

/**
 * Gives the work of all posts of somebody who is away to one stand-in of the same agency, in one act; a document is not needed. They enter it
 * themselves or, of somebody ill, whoever may arrange it. Posts in other agencies, or out of reach of
 * whoever enters it, are left and named.
 */
export async function takeLeave(ctx: Context, leave: Leave): Promise<{ covered: number; left: string[] }> {
  mustBeAhead(ctx, leave)
  const personId = leave.personId ?? ctx.actor.person ?? fail('forbidden')
  const isOther = personId !== ctx.actor.person
  const posts = await postsOn(ctx.tx, personId, leave.from)
  const inReach = isOther
    ? await arranged(
        ctx,
        posts.map(({ postId }) => postId),
      )
    : posts.map(({ postId }) => postId)
  if (isOther && inReach.length === 0) fail('notFound')
  const to = await getPost(ctx.tx, leave.toPostId, leave.from)
  const standIn = to.personId
  if (standIn === null || standIn === personId) refuseReceiver('vacantPost')
  if (isOther && standIn === ctx.actor.person) await mustGiveWork(ctx, inReach)
  const { agencyId } = await getUnit(ctx.tx, to.unitId, leave.from)
  const left: string[] = []
  const given: string[] = []
  for (const { postId, unitId, title } of posts) {
    if (!inReach.includes(postId) || (await getUnit(ctx.tx, unitId, leave.from)).agencyId !== agencyId) {
      left.push(title)
      continue
    }
    const delegation = { ...leave, kind: 'absence' as const, fromPostId: postId }
    await mustBeNew(ctx, delegation)
    await mustHoldThrough(ctx.tx, delegation, [personId, standIn])
    given.push(await createDelegation(ctx.tx, delegation, ctx.actor.account))
  }
  const [first] = given
  if (first === undefined) refuseReceiver('otherAgency')
  ctx.note({
    objectType: 'delegation',
    objectId: first,
    subjects: [personId],
    facts: { to: to.title, posts: given.length },
  })
  const { fullName } = await getPerson(ctx.tx, personId)
  const enteredBy = isOther ? ctx.actor.name : undefined
  const { from, to: back } = leave
  tellDelegated(ctx, { from, to: back, fromPersonId: personId, fromName: fullName, toPersonId: standIn, enteredBy })
  return { covered: given.length, left }
}

/** What is told of work that was lent: once for one act. */
export interface ToldDelegation {
  readonly fromPersonId: string
  readonly fromName: string
  readonly toPersonId: string
  readonly from: PlainDate
  /** The first day without it. */
  readonly to: PlainDate
  /** The name of somebody else who entered it. */
  readonly enteredBy?: string | undefined
}

export const tellDelegated = (ctx: Context, told: ToldDelegation): void => ctx.emit('directory.delegated', { ...told })

/**
 * Those of these posts whose holder the caller may say to be away: they give work in the unit, or manage it.
 * @right
 */
export const arranged = async (ctx: Context, postIds: readonly string[], by = isArranged(ctx)): Promise<string[]> =>
  (
    await rows(
      ctx.tx,
      sql<{ id: string }>`select p.id from directory.post p join directory.unit u on u.id = p.unit_id
        where p.id = any(${postIds}::uuid[]) and ${by}`,
    )
  ).map(({ id }) => id)

/** Whether the unit `u` is one of whose people the caller may say that they are away. */
const isArranged = (ctx: Context): Fragment =>
  sql`(${givesWork(ctx)} or ${reaches(scopeOf(ctx.actor, 'directory.manage'), sql`u.key`)})`

/** Whether the caller gives work in the unit `u`. */
const givesWork = ({ actor }: Context): Fragment => reaches(scopeOf(actor, 'task.reassign'), sql`u.key`)

/**
 * Whoever gives work there may take it over; whoever only manages the organisation does not get rights that way.
 * @right
 */
async function mustGiveWork(ctx: Context, postIds: readonly string[]): Promise<void> {
  if ((await arranged(ctx, postIds, givesWork(ctx))).length < postIds.length) refuseReceiver('ownStandIn')
}

/** Absences now and to come of whoever the caller may arrange for. */
export async function leavesInReach(ctx: Context): Promise<DelegationRow[]> {
  const on = dateAt(ctx.now())
  const found = await rows(
    ctx.tx,
    sql<{ id: string; postId: string }>`select d.id, d.from_post_id as post_id from directory.delegation d
      join directory.post p on p.id = d.from_post_id join directory.unit u on u.id = p.unit_id
      where d.kind = 'absence' and d.revoked_at is null and d.valid_to > ${on} and ${isArranged(ctx)}
      order by d.valid_from, d.id limit 200`,
  )
  const all = await delegationsOf(ctx.tx, [...new Set(found.map(({ postId }) => postId))], on)
  return all.filter(({ id }) => found.some((one) => one.id === id))
}

/** Work goes to nobody who leaves the post while it is lent, and from nobody who does. */
export async function mustHoldThrough(
  tx: Queries,
  { fromPostId, toPostId, from, to }: NewDelegation,
  people: readonly string[],
): Promise<void> {
  const leaving = await find(
    tx,
    sql`select 1 from unnest(${[fromPostId, toPostId]}::uuid[]) as lent (post_id) where not exists (
        select 1 from directory.appointment a where a.post_id = lent.post_id and a.person_id = any(${people}::uuid[])
          and a.valid_from <= ${from} and (a.valid_to is null or a.valid_to >= ${to}))`,
  )
  if (leaving === undefined) return
  const { message } = directoryProblems.holderLeaves
  throw new Problem('holderLeaves', directoryProblems.holderLeaves, { places: [{ path: 'to', message }] })
}

export function refuseReceiver(code: 'otherAgency' | 'vacantPost' | 'orderToHeads' | 'ownStandIn'): never {
  const { message } = directoryProblems[code]
  throw new Problem(code, directoryProblems[code], { places: [{ path: 'toPostId', message }] })
}

/** What is over already lends nothing: its days were mistyped. */
export function mustBeAhead({ now }: Context, { to }: Pick<NewDelegation, 'to'>): void {
  if (to > dateAt(now())) return
  const { message } = directoryProblems.delegationPast
  throw new Problem('delegationPast', directoryProblems.delegationPast, { places: [{ path: 'to', message }] })
}

/** Given twice, ending one would leave the other, and whoever ended it would think that nobody signs for them any more. */
export async function mustBeNew(ctx: Context, { fromPostId, toPostId, kind, from, to }: NewDelegation): Promise<void> {
  const given = await delegationsOf(ctx.tx, [fromPostId], from)
  if (given.some((one) => one.toPostId === toPostId && one.kind === kind && one.validFrom < to))
    throw new Problem('delegatedAlready', directoryProblems.delegatedAlready)
}
