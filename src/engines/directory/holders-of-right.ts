import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from './valid-on.ts'

export interface HolderOfRight {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly unitName: string
}

/**
 * The nearest people whose own posts give a right over a unit on a day: those of the unit itself, or where it has none those of its agency.
 * Whoever holds it over the whole province is nearest to nobody.
 */
export async function holdersOfRight(
  tx: Queries,
  unitId: string,
  permission: string,
  on: PlainDate,
): Promise<HolderOfRight[]> {
  const found = await rows(
    tx,
    sql<HolderOfRight & { isOwn: boolean }>`
      select distinct person.id as person_id, person.full_name as name, p.title, v.name as unit_name, p.unit_id = own.unit_id as is_own
      from directory.unit_version own
      join directory.unit_version v on v.agency_id = own.agency_id and ${validOn('v', on)}
      join directory.post p on p.unit_id = v.unit_id and ${validOn('p', on)}
      join directory.role r on r.function = p.function and (r.permissions->>${permission}::text = 'agency'
        or r.permissions->>${permission}::text in ('unit', 'subtree') and p.unit_id = own.unit_id)
      join directory.appointment a on a.post_id = p.id and ${validOn('a', on)}
      join directory.person on person.id = a.person_id
      where own.unit_id = ${unitId} and ${validOn('own', on)} order by p.title, name limit 20`,
  )
  const own = found.filter((one) => one.isOwn)
  return (own.length > 0 ? own : found).map(({ isOwn: _isOwn, ...holder }) => holder)
}
