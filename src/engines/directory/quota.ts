import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fail } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Staffing } from './contract/quota.ts'
import { placeOfPost } from './post.ts'
import { getUnit } from './unit.ts'
import { validOn } from './valid-on.ts'

export interface QuotaRow {
  readonly staffing: Staffing
  readonly number: number
  readonly document: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export interface QuotaStanding {
  readonly staffing: Staffing
  readonly number: number | null
  readonly held: number
}

/** All quotas of a unit that were ever decided, the newest first. */
export const quotasOf = (tx: Queries, unitId: string): Promise<QuotaRow[]> =>
  rows(
    tx,
    sql<QuotaRow>`select staffing, number, document, valid_from as "from", valid_to as "to"
      from directory.quota where unit_id = ${unitId} order by valid_from desc, staffing`,
  )

/**
 * Quotas on a day beside the people who count against them: whoever holds a post by appointment in the unit or in a part of it that is no
 * agency of its own, each once. Who is seconded counts where they come from; who only acts counts where they are appointed.
 */
export const quotaStanding = (tx: Queries, unitId: string, on: PlainDate): Promise<QuotaStanding[]> =>
  rows(
    tx,
    sql<QuotaStanding>`with recursive below as (
        select own.unit_id, own.agency_id from directory.unit_version own where own.unit_id = ${unitId} and ${validOn('own', on)}
        union
        select v.unit_id, v.agency_id from directory.unit_version v
          join below on v.parent_id = below.unit_id and v.agency_id = below.agency_id where ${validOn('v', on)}
      ), present as (
        select p.staffing, count(distinct a.person_id)::int as held from below
        join directory.post p on p.unit_id = below.unit_id and ${validOn('p', on)}
        join directory.appointment a on a.post_id = p.id and a.kind = 'regular' and ${validOn('a', on)} group by 1
      ), allowed as (
        select q.staffing, q.number from directory.quota q where q.unit_id = ${unitId} and ${validOn('q', on)}
      )
      select staffing, number, coalesce(held, 0) as held from allowed full join present using (staffing) order by staffing`,
  )

/** Decides a quota from a day on; said again for its own first day it is corrected. Nothing decided for a later day is changed. */
export async function setQuota(tx: Queries, unitId: string, quota: Omit<QuotaRow, 'to'>): Promise<QuotaRow> {
  const { staffing, number, document, from } = quota
  const last = await find(
    tx,
    sql<{ from: PlainDate }>`select valid_from as "from" from directory.quota
      where unit_id = ${unitId} and staffing = ${staffing} and valid_to is null for update`,
  )
  if (last !== undefined && last.from > from) fail('conflict')
  await run(
    tx,
    sql`update directory.quota set valid_to = ${from}
      where unit_id = ${unitId} and staffing = ${staffing} and valid_to is null and valid_from < ${from}`,
  )
  await run(
    tx,
    sql`insert into directory.quota (unit_id, staffing, valid_from, number, document)
      values (${unitId}, ${staffing}, ${from}, ${number}, ${document})
      on conflict (unit_id, staffing, valid_from) do update set number = excluded.number, document = excluded.document`,
  )
  return { ...quota, to: null }
}

export interface Beyond extends QuotaStanding {
  readonly unitName: string
  readonly number: number
}

/** The quotas that are exceeded on a day where the holder of a post counts: those of its unit and of the units above, up to the agency. */
export async function beyondQuota(tx: Queries, postId: string, on: PlainDate): Promise<Beyond[]> {
  const post = await placeOfPost(tx, postId)
  const beyond: Beyond[] = []
  for (let next: string | null = post.unitId; next !== null;) {
    const unit = await getUnit(tx, next, on)
    for (const { staffing, number, held } of await quotaStanding(tx, unit.id, on))
      if (staffing === post.staffing && number !== null && held > number)
        beyond.push({ unitName: unit.name, staffing, number, held })
    next = unit.id === unit.agencyId ? null : unit.parentId
  }
  return beyond
}
