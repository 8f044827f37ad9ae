import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Reach } from './declare.ts'
import type { DelegationKind } from './contract.ts'
import { validOn } from './valid-on.ts'

/** A post that a person may act from on a day: appointed to it, or given it by delegation. */
export interface HeldPost {
  readonly postId: string
  readonly key: number
  readonly functionKey: number | null
  readonly unitId: string
  readonly unitName: string
  readonly function: string
  readonly title: string
  readonly permissions: Readonly<Record<string, Reach>>
  /** How one was appointed to one's own: `regular`, `acting`, `secondment`; null where it comes by delegation. */
  readonly appointmentKind: string | null
  readonly delegationKind: DelegationKind | null
  /** The delegation it comes by, and whose post it is; absent for one's own. */
  readonly delegationId: string | null
  readonly delegatedFrom: string | null
  readonly delegatedPermissions: readonly string[] | null
}

/** The posts a person holds on a date, as they were read a second ago at the most. */
export const heldPosts = (tx: Queries, personId: string, on: PlainDate): Promise<readonly HeldPost[]> =>
  keep(tx, `posts of ${personId} ${on}`, () => readHeldPosts(tx, personId, on), rightsMs)

/**
 * Whether the delegation under an alias counts on a date, or counted at a past moment.
 * @right
 */
export function delegationCounts(alias: string, on: PlainDate, asOf?: Date): Fragment {
  const row = sql.id(alias)
  const stands =
    asOf === undefined
      ? sql`${row}.revoked_at is null`
      : sql`(${row}.revoked_at is null or ${row}.revoked_at > ${asOf}) and ${row}.created_at <= ${asOf}`
  return sql`${stands} and ${row}.valid_from <= ${on} and ${row}.valid_to > ${on}`
}

/** As long as an actor is kept: rights must not outlive a missed notice for longer. */
const rightsMs = 1000

/**
 * The posts a person holds on a date, own ones first. A delegation gives the giver's post without its own delegations. Asked of a
 * past moment (`asOf`), one that was revoked since still counted, and one that was written later did not.
 * @right
 */
export const readHeldPosts = (tx: Queries, personId: string, on: PlainDate, asOf?: Date): Promise<HeldPost[]> =>
  rows(
    tx,
    sql<HeldPost>`
      with own as (
        select p.id, a.kind from directory.appointment a join directory.post p on p.id = a.post_id
        where a.person_id = ${personId} and ${validOn('a', on)}
          and ${validOn('p', on)}
      ), held as (
        select id as post_id, kind as appointment_kind, null::uuid as delegation_id, null::text as delegation_kind, null::text[] as delegated_permissions from own
        union all
        select d.from_post_id, null, d.id, d.kind, d.permissions from directory.delegation d join own on own.id = d.to_post_id
        where ${delegationCounts('d', on, asOf)}
      )
      select p.id as post_id, p.key, q.key as function_key, p.unit_id, v.name as unit_name, p.function, p.title,
        coalesce(r.permissions, '{}') as permissions, held.appointment_kind, held.delegation_kind, held.delegation_id, held.delegated_permissions,
        case when held.delegation_id is not null then (
          select person.full_name from directory.appointment a join directory.person on person.id = a.person_id
          where a.post_id = p.id and ${validOn('a', on)} limit 1
        ) end as delegated_from
      from held
      join directory.post p on p.id = held.post_id
      join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', on)}
      left join directory.principal q on q.kind = 'function' and q.unit_id = p.unit_id and q.function = p.function
      left join directory.role r on r.function = p.function
      order by held.delegation_id nulls first, p.valid_from, p.key`,
  )
