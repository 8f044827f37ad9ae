import { dateAt } from '#values/plain-date.ts'
import { find, get, rows, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { isSure, scopeOf, type Represented } from '#kernel/operations/actor.ts'
import { fail } from '#values/errors.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { dossierColumns, mustBeCurrent, type Dossier } from './dossier.ts'
import { isRepresented } from './represented.ts'

/**
 * Which dossiers an actor may see: the one predicate of this resource. It is compiled into the SQL of detail, list, count,
 * search, export and download alike; nothing filters afterwards.
 */
export type DossierAccess =
  | { readonly sees: 'all' }
  | { readonly sees: 'keys'; readonly keys: readonly number[]; readonly at: Date }
  | {
      readonly sees: 'own'
      readonly person: string
      readonly account: string
      readonly isSure: boolean
      readonly actsFor: readonly Represented[]
    }
  | { readonly sees: 'none' }

export type SeenByKeys = Extract<DossierAccess, { sees: 'keys' }>

/** With more keys than this, walking one index and looking each row's access up is cheaper than a scan a key. */
const mostMerged = 40

/** Access by so few keys that each is looked up by itself. */
export const fewKeys = (access: DossierAccess): SeenByKeys | undefined =>
  access.sees === 'keys' && access.keys.length <= mostMerged ? access : undefined

/** Who asks, and when: what was granted for a time is over by itself. */
export type Asker = Pick<Context, 'actor' | 'now'>

/**
 * Officials see what units in reach of their right have to do with, and read what was granted to their own posts; citizens what is theirs,
 * also together with others, and what others let them see for them; nobody else any. Of what was taken in at a counter an account sees
 * nothing while anybody may have opened it.
 * @right
 */
export function dossierAccess({ actor, now }: Asker, permission = 'dossier.read'): DossierAccess {
  if (actor.kind === 'citizen' && actor.person !== undefined)
    return {
      sees: 'own',
      person: actor.person,
      account: actor.account,
      isSure: isSure(actor),
      actsFor: actor.actsFor ?? [],
    }
  const scope = scopeOf(actor, permission)
  if (scope === 'all') return { sees: 'all' }
  if (scope.length === 0) return { sees: 'none' }
  const granted = permission === 'dossier.read' ? actor.ownKeys : []
  return { sees: 'keys', keys: [...scope, ...granted], at: now() }
}

/**
 * The predicate on a row of `services.dossier d`; as of a past moment, access that came later did not count.
 * @right
 */
export function maySee(access: DossierAccess, asOf?: Date): Fragment {
  if (access.sees === 'all') return sql`true`
  if (access.sees === 'none') return sql`false`
  if (access.sees === 'own') {
    if (!access.isSure) return isOwnSurely(access)
    const represented = isRepresented(access.person, access.actsFor)
    return represented === undefined ? isOwn(access.person) : sql`(${isOwn(access.person)} or ${represented})`
  }
  return sql`exists (select 1 from services.dossier_access a where a.dossier_id = d.id and a.principal = any(${access.keys}::int[])
    and ${stillCounts(access.at)} ${asOf === undefined ? sql`` : sql`and ${countedAt(asOf)}`})`
}

/** Whether the row `a` of `services.dossier_access` has not ended. */
export const stillCounts = (at: Date): Fragment => sql`(a.ends_at is null or a.ends_at > ${at})`

/** Whether the row `a` of `services.dossier_access` stood at a past moment; what has no date counts since filing. */
export const countedAt = (asOf: Date): Fragment => sql`coalesce(a.granted_at, a.filed_at) <= ${asOf}`

/**
 * The person's: theirs and no enterprise's, or filed together with them.
 * @right
 */
export const isOwn = (person: string): Fragment => sql`(d.applicant_id = ${person} and d.enterprise_id is null
  or d.id = any(array(select co.dossier_id from services.dossier_co_applicant co where co.person_id = ${person})))`

/**
 * Sent, or confirmed as filed together, on their own screen: no officer took it in for them.
 * @right
 */
const isOnlineAct = (person: string): Fragment => sql`
  (d.applicant_id = ${person} and d.submitter_id = ${person} and d.enterprise_id is null and d.channel = 'online' and d.assisted_by is null
    or d.id = any(array(select co.dossier_id from services.dossier_co_applicant co
      where co.person_id = ${person} and co.confirmed = 'online')))`

/** The same of one dossier, for who is told about it. */
export const isDoneOnline = async (tx: Queries, dossierId: string, person: string): Promise<boolean> =>
  (await find(tx, sql`select 1 from services.dossier d where d.id = ${dossierId} and ${isOnlineAct(person)}`)) !==
  undefined

/**
 * What the account itself did online, or showed the receipt of: whoever opened it under a person's number sees no more of theirs.
 * @right
 */
const isOwnSurely = ({ person, account }: { readonly person: string; readonly account: string }): Fragment => sql`
  (${isOnlineAct(person)}
    or d.id = any(array(select shown.dossier_id from services.shown_code shown where shown.account_id = ${account}))
      and ${isOwn(person)})`

/**
 * A dossier that the actor may see; otherwise the same "not found" as for one that is not there.
 * @right
 */
export const getVisibleDossier = async (ctx: Context, id: string): Promise<Dossier> =>
  (await find(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${id} and ${maySee(dossierAccess(ctx))}`,
  )) ?? fail('notFound')

/**
 * The same, locked until the transaction ends: one action at a time. `revision` refuses to act on what has changed since it was read.
 * @right
 */
export async function lockVisibleDossier(ctx: Context, id: string, revision?: number): Promise<Dossier> {
  const dossier = await get(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = ${id} and ${maySee(dossierAccess(ctx))} for update`,
  )
  mustBeCurrent(dossier, revision)
  return dossier
}

/**
 * Those of these dossiers that the actor may see.
 * @right
 */
export const visibleDossiers = (ctx: Context, ids: readonly string[]): Promise<Dossier[]> =>
  rows(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = any(${ids}::uuid[]) and ${maySee(dossierAccess(ctx))}`,
  )

/**
 * Whether opinions of this official belong into a dossier that they see: auditors see all and say nothing.
 * @right
 */
export const mayAdvise = async (ctx: Context, id: string): Promise<boolean> =>
  (await find(
    ctx.tx,
    sql`select 1 from services.dossier d where d.id = ${id} and ${maySee(dossierAccess(ctx, 'dossier.advise'))}`,
  )) !== undefined

/** A unit's key, and why it has to do with a dossier. */
export interface Grant {
  readonly key: number
  readonly reason: 'receives' | 'decides' | 'works' | 'assisted'
}

/** Lets units see a dossier from now on. Seeing is not taken back when the work moves on: who worked on it may be asked about it. */
export async function grantAccess(
  tx: Queries,
  { id, deadline, filedAt, isOpen }: Pick<Dossier, 'id' | 'deadline' | 'filedAt' | 'isOpen'>,
  grants: readonly Grant[],
  at: Date,
): Promise<void> {
  if (grants.length === 0) return
  const keys = grants.map(({ key }) => key)
  const reasons = grants.map(({ reason }) => reason)
  await write(
    tx,
    sql`insert into services.dossier_access (dossier_id, principal, reason, deadline, filed_at, is_open, granted_at)
      select ${id}, key, reason, ${deadline}, ${filedAt}, ${isOpen}, ${at} from unnest(${keys}::int[], ${reasons}::text[]) as granted (key, reason)
      on conflict do nothing`,
  )
}

/** Keeps the sort keys of the access rows equal to the dossier's own. */
export const alignAccess = (tx: Queries, dossierId: string, deadline: Date, isOpen: boolean): Promise<void> =>
  write(
    tx,
    sql`update services.dossier_access set deadline = ${deadline}, is_open = ${isOpen}
      where dossier_id = ${dossierId} and (deadline, is_open) is distinct from (${deadline}::timestamptz, ${isOpen}::boolean)`,
  )

export interface AccessReason {
  readonly key: number
  /** Why a unit has to do with it; `granted` to the holder of a post, who asked. */
  readonly reason: Grant['reason'] | 'granted'
  readonly unitName: string
  readonly since: Date
  readonly endsAt: Date | null
}

/** Through which units, and granted to which posts, a dossier is seen at a moment: for "why can I see this?" and "who can see this?". */
export const accessReasons = (tx: Queries, dossierId: string, at: Date, asOf?: Date): Promise<AccessReason[]> =>
  rows(
    tx,
    sql<AccessReason>`select a.principal as key, a.reason, ${nameOfUnit(sql`q.unit_id`, dateAt(at))} as unit_name,
        coalesce(a.granted_at, a.filed_at) as since, a.ends_at
      from services.dossier_access a join directory.principal q on q.key = a.principal
      where a.dossier_id = ${dossierId} and ${stillCounts(at)} ${asOf === undefined ? sql`` : sql`and ${countedAt(asOf)}`}
      order by a.principal`,
  )
