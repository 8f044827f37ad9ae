import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { Reach } from './declare.ts'
import type { DelegationKind } from './contract.ts'
import { validOn } from './valid-on.ts'

export interface AppointmentRow {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly unitKey: number
  readonly functionTitle: Words | null
  readonly permissions: Readonly<Record<string, Reach>>
  readonly kind: string
  readonly decision: string | null
  readonly from: PlainDate
  /** The first day without it. */
  readonly to: PlainDate | null
  /** It gives rights on the day. */
  readonly counts: boolean
}

/** Every post that a person was appointed to, those that count on a day first; units by their names of that day. */
export const appointmentsOf = (tx: Queries, personId: string, on: PlainDate): Promise<AppointmentRow[]> =>
  rows(
    tx,
    sql<AppointmentRow>`
      select p.id as post_id, p.title, coalesce(v.name, '') as unit_name, u.key as unit_key, r.title as function_title,
        coalesce(r.permissions, '{}') as permissions, a.kind, a.decision, a.valid_from as "from", a.valid_to as "to",
        ${validOn('a', on)} and ${validOn('p', on)} and v.unit_id is not null as counts
      from directory.appointment a
      join directory.post p on p.id = a.post_id
      join directory.unit u on u.id = p.unit_id
      left join directory.unit_version v on v.unit_id = p.unit_id and ${validOn('v', on)}
      left join directory.role r on r.function = p.function
      where a.person_id = ${personId} order by counts desc, a.valid_from desc, p.key limit 50`,
  )

export interface ReceivedDelegation {
  readonly id: string
  readonly kind: DelegationKind
  readonly fromTitle: string
  readonly fromName: string | null
  readonly unitName: string
  readonly toTitle: string
  readonly rolePermissions: Readonly<Record<string, Reach>>
  readonly permissions: readonly string[] | null
  readonly from: PlainDate
  /** The first day without it. */
  readonly to: PlainDate
  readonly writtenAt: Date
  readonly revokedAt: Date | null
  readonly document: string | null
  readonly reason: string | null
}

/** Every delegation to posts, whether it counts or not, the latest first. */
export const delegationsTo = (tx: Queries, postIds: readonly string[], on: PlainDate): Promise<ReceivedDelegation[]> =>
  rows(
    tx,
    sql<ReceivedDelegation>`
      select d.id, d.kind, f.title as from_title, coalesce(v.name, '') as unit_name, t.title as to_title, d.permissions,
        coalesce(r.permissions, '{}') as role_permissions, d.valid_from as "from", d.valid_to as "to", d.created_at as written_at,
        d.revoked_at, d.document, d.reason, (
          select person.full_name from directory.appointment a join directory.person on person.id = a.person_id
          where a.post_id = f.id and ${validOn('a', on)} limit 1
        ) as from_name
      from directory.delegation d
      join directory.post f on f.id = d.from_post_id
      join directory.post t on t.id = d.to_post_id
      left join directory.role r on r.function = f.function
      left join directory.unit_version v on v.unit_id = f.unit_id and ${validOn('v', on)}
      where d.to_post_id = any(${postIds}::uuid[]) order by d.valid_from desc, d.id limit 50`,
  )
