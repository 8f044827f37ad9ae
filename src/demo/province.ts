import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { read, type Facts } from '#values/condition.ts'
import { standIns } from '#engines/directory/index.ts'
import type { Place } from '#engines/workflow/index.ts'

export interface DemoUnit {
  readonly id: string
  readonly code: string
  readonly key: number
  readonly name: string
  readonly kind: string
  readonly tier: string
  readonly parentId: string | null
  readonly agencyId: string
  readonly areaCode: string | null
  readonly organCode: string | null
}

export interface DemoHolder {
  readonly unitId: string
  readonly function: string
  readonly key: number
  readonly functionKey: number
  /** The id of their account. */
  readonly account: string
  readonly name: string
  readonly title: string
}

/** The directory as it is today, in memory: thousands of dossiers are placed in it without asking the database each time. */
export interface Province {
  readonly units: ReadonlyMap<string, DemoUnit>
  byCode(code: string): DemoUnit | undefined
  /** The unit that a process names, as `place.ts` of the services finds it. */
  unitOf(
    place: Place,
    where: { receiver: DemoUnit; owner: DemoUnit; area: string | null; facts: Facts },
  ): DemoUnit | undefined
  committeeAbove(area: string | null, tier: string): DemoUnit | undefined
  counterOf(committee: DemoUnit): DemoUnit | undefined
  /** Who does the work of a function there, with the same stand-ins as real work. */
  holderOf(unit: DemoUnit, name: string): DemoHolder | undefined
  organCodeOf(unit: DemoUnit): string
}

export async function readProvince(tx: Queries): Promise<Province> {
  const units = await rows(
    tx,
    sql<DemoUnit>`select u.id, u.code, u.key, v.name, v.kind, v.tier, v.parent_id, v.agency_id, v.area_code, v.organ_code
      from directory.unit u join directory.unit_version v on v.unit_id = u.id and v.valid_to is null`,
  )
  const areas = new Map(
    (
      await rows(
        tx,
        sql<{
          code: string
          tier: string
          parentCode: string | null
        }>`select code, tier, parent_code from directory.area where valid_to is null`,
      )
    ).map((row) => [row.code, row]),
  )
  const holders = await rows(
    tx,
    sql<DemoHolder>`select p.unit_id, p.function, p.key, q.key as function_key, person.full_name as name, p.title, i.id as account
      from directory.post p
      join directory.principal q on q.kind = 'function' and q.unit_id = p.unit_id and q.function = p.function
      join directory.appointment a on a.post_id = p.id and a.valid_to is null
      join directory.person on person.id = a.person_id
      join identity.account i on i.person_id = a.person_id and i.kind = 'staff' order by p.key`,
  )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const children = Map.groupBy(units, (unit) => unit.parentId)
  const committees = new Map(
    units
      .filter((unit) => unit.kind === 'peoples-committee' && unit.areaCode !== null)
      .map((unit) => [unit.areaCode as string, unit]),
  )
  const held = Map.groupBy(holders, (one) => `${one.unitId} ${one.function}`)

  const committeeAbove = (area: string | null, tier: string): DemoUnit | undefined => {
    for (let code = area; code !== null; code = areas.get(code)?.parentCode ?? null) {
      if (areas.get(code)?.tier === tier) return committees.get(code)
    }
    return undefined
  }
  const counters = new Map(
    units
      .filter((unit) => unit.kind === 'one-stop' && unit.areaCode !== null)
      .map((unit) => [unit.areaCode as string, unit]),
  )
  const counterOf = (committee: DemoUnit) =>
    committee.areaCode === null ? undefined : counters.get(committee.areaCode)
  return {
    units: byId,
    byCode: (code) => byCode.get(code),
    committeeAbove,
    counterOf,
    unitOf(place, { receiver, owner, area, facts }) {
      const named = place.unit === 'area' ? read(facts, place.field) : undefined
      const body =
        place.unit === 'receiver'
          ? receiver
          : place.unit === 'owner'
            ? owner
            : place.unit === 'agency'
              ? byCode.get(place.key)
              : place.unit === 'above'
                ? committeeAbove(area, place.tier)
                : typeof named === 'string'
                  ? committees.get(named)
                  : undefined
      const division = 'division' in place ? place.division : undefined
      if (body === undefined || division === undefined) return body
      const parts = [division].flat()
      return children.get(body.id)?.find((unit) => parts.some((part) => unit.code.endsWith(`.${part}`))) ?? body
    },
    holderOf(unit, name) {
      for (const one of [name, ...(standIns[name] ?? [])]) {
        const found = held.get(`${unit.id} ${one}`)?.[0]
        if (found) return found
      }
      for (const one of [name, 'leader', 'deputy-leader']) {
        const found = held.get(`${unit.agencyId} ${one}`)?.[0]
        if (found) return found
      }
      return undefined
    },
    organCodeOf(unit) {
      for (let at: DemoUnit | undefined = unit; at; at = at.parentId ? byId.get(at.parentId) : undefined)
        if (at.organCode) return at.organCode
      return unit.code
    },
  }
}
