import { randomUUIDv7 } from 'node:crypto'
import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { DelegationKind } from './contract.ts'
import { validOn } from './valid-on.ts'

export interface NewDelegation {
  readonly fromPostId: string
  readonly toPostId: string
  readonly kind: DelegationKind
  readonly permissions?: readonly string[] | undefined
  readonly from: PlainDate
  /** The first day without it. */
  readonly to: PlainDate
  readonly document?: string | undefined
  readonly reason?: string | undefined
}

/** Gives a post's work to another post for a time (Decree 30/2020 art. 13: written, time-limited, not passed on). */
export async function createDelegation(tx: Queries, delegation: NewDelegation, by: string): Promise<string> {
  await tellRightsChanged(tx)
  const id = randomUUIDv7()
  await run(
    tx,
    sql`insert into directory.delegation (id, from_post_id, to_post_id, kind, permissions, valid_from, valid_to, document, reason, created_by)
      values (${id}, ${delegation.fromPostId}, ${delegation.toPostId}, ${delegation.kind}, ${delegation.permissions ?? null},
        ${delegation.from}, ${delegation.to}, ${delegation.document ?? null}, ${delegation.reason ?? null}, ${by})`,
  )
  return id
}

/** Ends a delegation at once. */
export async function revokeDelegation(tx: Queries, id: string, at: Date): Promise<number> {
  await tellRightsChanged(tx)
  return run(tx, sql`update directory.delegation set revoked_at = ${at} where id = ${id} and revoked_at is null`)
}

/** A delegation that was not revoked; undefined where there is none. */
export const findDelegation = (tx: Queries, id: string) =>
  find(
    tx,
    sql<{ kind: 'delegation' | 'absence'; fromPostId: string }>`
      select kind, from_post_id from directory.delegation where id = ${id} and revoked_at is null`,
  )

export interface DelegationRow {
  readonly id: string
  readonly kind: DelegationKind
  readonly fromPostId: string
  readonly fromTitle: string
  readonly fromName: string | null
  readonly toPostId: string
  readonly toTitle: string
  readonly toName: string | null
  readonly unitName: string
  readonly permissions: string[] | null
  readonly validFrom: PlainDate
  readonly validTo: PlainDate
  readonly document: string | null
  readonly reason: string | null
}

/** Delegations given from posts or received by them, not ended before `on`. */
export const delegationsOf = (tx: Queries, postIds: readonly string[], on: PlainDate): Promise<DelegationRow[]> =>
  rows(
    tx,
    sql<DelegationRow>`
      select d.id, d.kind, d.from_post_id, f.title as from_title, fp.full_name as from_name, d.to_post_id, t.title as to_title,
        tp.full_name as to_name, v.name as unit_name, d.permissions, d.valid_from, d.valid_to, d.document, d.reason
      from directory.delegation d
      join directory.post f on f.id = d.from_post_id
      join directory.post t on t.id = d.to_post_id
      join directory.unit_version v on v.unit_id = f.unit_id and ${validOn('v', on)}
      left join directory.appointment fa on fa.post_id = f.id and ${validOn('fa', on)}
      left join directory.person fp on fp.id = fa.person_id
      left join directory.appointment ta on ta.post_id = t.id and ${validOn('ta', on)}
      left join directory.person tp on tp.id = ta.person_id
      where d.revoked_at is null and d.valid_to > ${on} and (d.from_post_id = any(${postIds}) or d.to_post_id = any(${postIds}))
      order by d.valid_from, d.id`,
  )
