import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Scope } from '#kernel/operations/actor.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Reach } from './declare.ts'
import { validOn } from './valid-on.ts'

/** Whether a right reaches the unit of this key: it reaches everything, or this one among others. */
export const reaches = (scope: Scope, key: Fragment): Fragment =>
  scope === 'all' ? sql`true` : sql`${key} = any(${scope}::int[])`

/** The keys of the units that a reach covers from a unit, today's tree; and of those that they are heirs of, for what was finished there. */
export async function unitsReached(tx: Queries, unitId: string, reach: Reach, on: PlainDate): Promise<Scope> {
  if (reach === 'all') return 'all'
  const found = await rows(
    tx,
    sql<{ key: number }>`with recursive own as (${reached(unitId, reach, on)}), heirs as (
        select u.id, u.key from own join directory.unit u on u.key = own.key
        union
        select u.id, u.key from heirs join directory.unit_succession s on s.to_unit_id = heirs.id and s.is_heir and s.effective_on <= ${on}
        join directory.unit u on u.id = s.from_unit_id
      )
      select key from heirs order by key`,
  )
  return found.map((row) => row.key)
}

/** @right */
function reached(unitId: string, reach: Exclude<Reach, 'all'>, on: PlainDate) {
  if (reach === 'unit') return sql<{ key: number }>`select key from directory.unit where id = ${unitId}`
  if (reach === 'agency') {
    return sql<{ key: number }>`select u.key from directory.unit_version own
      join directory.unit_version v on v.agency_id = own.agency_id and ${validOn('v', on)}
      join directory.unit u on u.id = v.unit_id
      where own.unit_id = ${unitId} and ${validOn('own', on)}
      order by u.key`
  }
  return sql<{ key: number }>`with recursive below as (
      select ${unitId}::uuid as unit_id
      union
      select v.unit_id from directory.unit_version v join below on v.parent_id = below.unit_id
      where ${validOn('v', on)}
    )
    select u.key from below join directory.unit u on u.id = below.unit_id order by u.key`
}

/** Keys of posts and functions that are no more and whose work nobody but the holders of these took over. */
export const takenOver = async (tx: Queries, keys: readonly number[], on: PlainDate): Promise<number[]> =>
  (
    await rows(
      tx,
      sql<{ key: number }>`select distinct from_key as key from directory.key_succession
        where to_key = any(${keys}::int[]) and is_only and effective_on <= ${on}`,
    )
  ).map(({ key }) => key)
