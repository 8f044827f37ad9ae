import { randomUUIDv7 } from 'node:crypto'
import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { fail } from '#values/errors.ts'
import { createUnitKey } from './principal.ts'
import { getUnit, type UnitRow } from './unit.ts'

export interface NewUnit {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parentId: string
  readonly from: PlainDate
}

/** Kinds that are agencies of their own; the others belong to the nearest agency above. */
export const agencyKinds: readonly string[] = ['peoples-committee', 'department', 'subordinate-agency']

/** Adds a unit below another. */
export async function createUnit(tx: Queries, unit: NewUnit): Promise<UnitRow> {
  await tellRightsChanged(tx)
  const parent = await getUnit(tx, unit.parentId, unit.from)
  const id = randomUUIDv7()
  const key = await createUnitKey(tx, id)
  await run(tx, sql`insert into directory.unit (id, code, key) values (${id}, ${unit.code}, ${key})`)
  const agencyId = agencyKinds.includes(unit.kind) ? id : parent.agencyId
  await run(
    tx,
    sql`insert into directory.unit_version (unit_id, valid_from, name, kind, tier, parent_id, agency_id, area_code)
      values (${id}, ${unit.from}, ${unit.name}, ${unit.kind}, ${parent.tier}, ${parent.id}, ${agencyId}, ${parent.areaCode})`,
  )
  return getUnit(tx, id, unit.from)
}

/** Gives a unit another name from a date on; before it the old name stands, on old papers too. */
export async function renameUnit(tx: Queries, id: string, name: string, from: PlainDate): Promise<UnitRow> {
  await tellRightsChanged(tx)
  const before = await getUnit(tx, id, addDays(from, -1))
  const closed = await run(
    tx,
    sql`update directory.unit_version set valid_to = ${from} where unit_id = ${id} and valid_to is null and valid_from < ${from}`,
  )
  if (closed === 0) fail('conflict')
  await run(
    tx,
    sql`insert into directory.unit_version
        (unit_id, valid_from, name, short_name, kind, tier, parent_id, agency_id, area_code, organ_code, address, phone)
      values (${id}, ${from}, ${name}, ${before.shortName}, ${before.kind}, ${before.tier}, ${before.parentId}, ${before.agencyId},
        ${before.areaCode}, ${before.organCode}, ${before.address}, ${before.phone})`,
  )
  return getUnit(tx, id, from)
}
