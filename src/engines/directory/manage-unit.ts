import { randomUUIDv7 } from 'node:crypto'
import { find, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { addDays, type PlainDate } from '#values/plain-date.ts'
import { fail } from '#values/errors.ts'
import { createUnitKey } from './principal.ts'
import { getUnit, type UnitRow } from './unit.ts'

export interface NewUnit {
  readonly code: string
  readonly name: string
  readonly shortName?: string | undefined
  readonly organCode?: string | undefined
  readonly taxCode?: string | undefined
  readonly kind: string
  readonly parentId: string
  readonly from: PlainDate
}

/** Kinds that are agencies of their own; the others belong to the nearest agency above. */
export const agencyKinds: readonly string[] = ['peoples-committee', 'department', 'subordinate-agency']

/** Adds a unit below another. One of this code that was taken back before it ever was is the same again. */
export async function createUnit(tx: Queries, unit: NewUnit): Promise<UnitRow> {
  await tellRightsChanged(tx)
  const parent = await getUnit(tx, unit.parentId, unit.from)
  const id = (await findTakenBack(tx, unit.code)) ?? (await makeUnit(tx, unit.code))
  const agencyId = agencyKinds.includes(unit.kind) ? id : parent.agencyId
  await run(
    tx,
    sql`insert into directory.unit_version (unit_id, valid_from, name, short_name, kind, tier, parent_id, agency_id, area_code, organ_code,
        tax_code)
      values (${id}, ${unit.from}, ${unit.name}, ${unit.shortName ?? null}, ${unit.kind}, ${parent.tier}, ${parent.id}, ${agencyId},
        ${parent.areaCode}, ${unit.organCode ?? null}, ${unit.taxCode ?? null})`,
  )
  return getUnit(tx, id, unit.from)
}

const findTakenBack = async (tx: Queries, code: string): Promise<string | undefined> =>
  (
    await find(
      tx,
      sql<{ id: string }>`select u.id from directory.unit u
        where u.code = ${code} and not exists (select 1 from directory.unit_version v where v.unit_id = u.id)`,
    )
  )?.id

async function makeUnit(tx: Queries, code: string): Promise<string> {
  const id = randomUUIDv7()
  const key = await createUnitKey(tx, id)
  await run(tx, sql`insert into directory.unit (id, code, key) values (${id}, ${code}, ${key})`)
  return id
}

/** What may change of a unit; what is not named stays. */
export interface UnitChange {
  readonly name?: string | undefined
  readonly shortName?: string | undefined
  readonly organCode?: string | undefined
  /** Null: it has none any more, and those of the unit above count. */
  readonly taxCode?: string | null | undefined
  /** The unit above, of the same agency unless it is one itself. */
  readonly parentId?: string | undefined
}

/** Gives a unit another name, identifier or unit above from a date on; before it the old ones stand, on old papers too. */
export async function changeUnit(tx: Queries, id: string, change: UnitChange, from: PlainDate): Promise<UnitRow> {
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
        (unit_id, valid_from, name, short_name, kind, tier, parent_id, agency_id, area_code, organ_code, tax_code, address, phone)
      values (${id}, ${from}, ${change.name ?? before.name}, ${change.shortName ?? before.shortName}, ${before.kind}, ${before.tier},
        ${change.parentId ?? before.parentId}, ${before.agencyId}, ${before.areaCode}, ${change.organCode ?? before.organCode},
        ${change.taxCode === undefined ? before.taxCode : change.taxCode}, ${before.address}, ${before.phone})`,
  )
  return getUnit(tx, id, from)
}
