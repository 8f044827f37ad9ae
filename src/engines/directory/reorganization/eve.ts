import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Unit } from '../declare.ts'
import { validOn } from '../valid-on.ts'

export type EveUnit = Unit & { readonly id: string; readonly key: number }

export interface EveArea {
  readonly code: string
  readonly tier: string
  readonly name: string
  readonly parent?: string
}

/** Somebody who would hold a post still on the day of the change. */
export interface Holder {
  readonly postId: string
  readonly postKey: number
  readonly unit: string
  readonly function: string
  readonly title: string
  readonly appointmentId: string
  readonly kind: string
  readonly since: PlainDate
  readonly personId: string
  readonly personName: string
}

/** The organisation on the day before it changes, with what would go on. */
export interface Eve {
  readonly areas: ReadonlyMap<string, EveArea>
  readonly units: ReadonlyMap<string, EveUnit>
}

/** Reads the organisation as it would stand on the day of a change if nothing changed. */
export async function readEve(tx: Queries, effectiveOn: PlainDate): Promise<Eve> {
  const areas = await rows(
    tx,
    sql<{ code: string; tier: string; name: string; parent: string | null }>`
      select code, tier, name, parent_code as parent from directory.area a where ${validOn('a', effectiveOn)}`,
  )
  const units = await rows(
    tx,
    sql<Nullable<EveUnit>>`
      select u.id, u.key, u.code, v.kind, v.name, v.short_name, v.tier, parent.code as parent, v.area_code as area, v.organ_code, v.tax_code,
        v.address, v.phone
      from directory.unit u join directory.unit_version v on v.unit_id = u.id and ${validOn('v', effectiveOn)}
      left join directory.unit parent on parent.id = v.parent_id order by u.code`,
  )
  return {
    areas: new Map(areas.map((area) => [area.code, withoutNulls(area) as unknown as EveArea])),
    units: new Map(units.map((unit) => [unit.code as string, withoutNulls(unit) as unknown as EveUnit])),
  }
}

/** Everybody in posts of these units on the day of a change, if nothing changed; regular holders first. */
export const readHolders = (tx: Queries, units: readonly string[], effectiveOn: PlainDate): Promise<Holder[]> =>
  rows(
    tx,
    sql<Holder>`select p.id as post_id, p.key as post_key, u.code as unit, p.function, p.title, a.id as appointment_id, a.kind, a.valid_from as since,
        person.id as person_id, person.full_name as person_name
      from directory.post p join directory.unit u on u.id = p.unit_id
      join directory.appointment a on a.post_id = p.id and ${validOn('a', effectiveOn)}
      join directory.person on person.id = a.person_id
      where ${validOn('p', effectiveOn)} and u.code = any(${units}::text[])
      order by a.kind = 'regular' desc, a.valid_from, a.id`,
  )

type Nullable<Row> = { readonly [Key in keyof Row]: Row[Key] | null }

const withoutNulls = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
