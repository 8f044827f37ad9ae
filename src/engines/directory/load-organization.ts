import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import type { Area, Role, Unit } from './declare.ts'
import { agencyKinds } from './manage-unit.ts'

/** A date before every declared one: what has no beginning began then. */
export const longAgo = '1900-01-01'

/** Brings declared areas into the directory; versions that are there already stay as they are. */
export async function loadAreas(tx: Queries, areas: readonly Area[]): Promise<number> {
  await tellRightsChanged(tx)
  return run(
    tx,
    sql`insert into directory.area (code, valid_from, valid_to, tier, name, parent_code)
      select code, coalesce("from", ${longAgo})::date, "to", tier, name, parent
      from jsonb_to_recordset(${json(areas)}) as given (code text, tier text, name text, parent text, "from" date, "to" date)
      on conflict do nothing`,
  )
}

/**
 * Brings declared units in, each with all its versions; a unit that is there already stays as it is: the province owns it now.
 * Throws when a parent is not declared.
 */
export async function loadUnits(tx: Queries, units: readonly Unit[]): Promise<number> {
  const known = new Map(
    (await rows(tx, sql<{ code: string; id: string }>`select code, id from directory.unit`)).map((row) => [
      row.code,
      row.id,
    ]),
  )
  const fresh = new Map<string, string>()
  for (const { code } of units) if (!known.has(code) && !fresh.has(code)) fresh.set(code, randomUUIDv7())
  if (fresh.size === 0) return 0
  await tellRightsChanged(tx)
  const idOf = (code: string): string => known.get(code) ?? fresh.get(code) ?? missing(code)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const agencyOf = (unit: Unit): string => {
    if (agencyKinds.includes(unit.kind) || unit.parent === undefined) return idOf(unit.code)
    return agencyOf(byCode.get(unit.parent) ?? missing(unit.parent))
  }
  const versions = units
    .filter((unit) => fresh.has(unit.code))
    .map((unit) => ({
      id: idOf(unit.code),
      from: unit.from ?? longAgo,
      to: unit.to,
      name: unit.name,
      short: unit.shortName,
      kind: unit.kind,
      tier: unit.tier,
      parent: unit.parent === undefined ? null : idOf(unit.parent),
      agency: agencyOf(unit),
      area: unit.area,
      organ: unit.organCode,
      tax: unit.taxCode,
      address: unit.address,
      phone: unit.phone,
    }))
  const identities = [...fresh].map(([code, id]) => ({ code, id }))
  await run(
    tx,
    sql`with given as (
        select * from jsonb_to_recordset(${json(identities)}) as g (id uuid, code text)
      ), keyed as (
        insert into directory.principal (kind, unit_id) select 'unit', id from given returning key, unit_id
      )
      insert into directory.unit (id, code, key) select given.id, given.code, keyed.key from given join keyed on keyed.unit_id = given.id`,
  )
  await run(
    tx,
    sql`insert into directory.unit_version (unit_id, valid_from, valid_to, name, short_name, kind, tier, parent_id, agency_id, area_code,
        organ_code, tax_code, address, phone)
      select id, "from", "to", name, short, kind, tier, parent, agency, area, organ, tax, address, phone
      from jsonb_to_recordset(${json(versions)}) as g (id uuid, "from" date, "to" date, name text, short text, kind text, tier text,
        parent uuid, agency uuid, area text, organ text, tax text, address text, phone text)`,
  )
  return fresh.size
}

const missing = (code: string): never => {
  throw new Error(`unit ${code} is named as a parent but not declared`)
}

/** Puts the declared roles in force: what a function may do is the declaration's to say. */
export async function loadRoles(tx: Queries, roles: readonly Role[]): Promise<number> {
  await tellRightsChanged(tx)
  return run(
    tx,
    sql`insert into directory.role (function, title, permissions)
      select function, title, permissions from jsonb_to_recordset(${json(roles)}) as given (function text, title jsonb, permissions jsonb)
      on conflict (function) do update set title = excluded.title, permissions = excluded.permissions`,
  )
}
