import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { findUnitByCode, validOn } from '#engines/directory/index.ts'
import { readAt } from './edit-declaration.ts'

/** Who would decide by a draft on a day: its agency, or the first committee of its tier; undefined while neither is said. */
export async function exampleUnit(tx: Queries, declaration: Json, on: PlainDate) {
  const [agency, tier] = [readAt(declaration, 'owner.agency'), readAt(declaration, 'owner.tier')]
  if (typeof agency === 'string') return findUnitByCode(tx, agency, on)
  if (typeof tier !== 'string') return undefined
  return find(
    tx,
    sql<{
      id: string
      name: string
    }>`select u.id, v.name from directory.unit u join directory.unit_version v on v.unit_id = u.id
      where v.tier = ${tier} and v.kind = 'peoples-committee' and ${validOn('v', on)} order by u.code limit 1`,
  )
}
