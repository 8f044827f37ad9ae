import { escapeLike, find, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from './valid-on.ts'

export interface UnitRow {
  readonly id: string
  readonly code: string
  readonly key: number
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly tier: string
  readonly parentId: string | null
  readonly agencyId: string
  readonly areaCode: string | null
  readonly organCode: string | null
  readonly taxCode: string | null
  readonly address: string | null
  readonly phone: string | null
}

const unitColumns = sql`u.id, u.code, u.key, v.name, v.short_name, v.kind, v.tier, v.parent_id, v.agency_id, v.area_code,
  v.organ_code, v.tax_code, v.address, v.phone`

/** The version of a unit that holds on a date. */
export const unitAsOf = (date: PlainDate): Fragment =>
  sql`directory.unit u join directory.unit_version v
    on v.unit_id = u.id and ${validOn('v', date)}`

export const findUnit = (tx: Queries, id: string, on: PlainDate): Promise<UnitRow | undefined> =>
  keep(tx, `unit ${id} ${on}`, () =>
    find(tx, sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)} where u.id = ${id}`),
  )

export const getUnit = async (tx: Queries, id: string, on: PlainDate): Promise<UnitRow> =>
  (await findUnit(tx, id, on)) ?? fail('notFound')

export const findUnitByCode = (tx: Queries, code: string, on: PlainDate): Promise<UnitRow | undefined> =>
  keep(tx, `unit by code ${code} ${on}`, () =>
    find(tx, sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)} where u.code = ${code}`),
  )

/** The units with these keys, as they are on a date; in the order of their codes. */
export const unitsByKeys = (tx: Queries, keys: readonly number[], on: PlainDate): Promise<UnitRow[]> =>
  rows(tx, sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)} where u.key = any(${keys}::int[]) order by u.code`)

/** Units directly below, or the roots; in the order of their codes. */
export const childUnits = (tx: Queries, parentId: string | null, on: PlainDate): Promise<UnitRow[]> =>
  keep(tx, `units below ${parentId} ${on}`, () =>
    rows(
      tx,
      sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)}
        where v.parent_id is not distinct from ${parentId}::uuid order by u.code`,
    ),
  )

/**
 * Units whose name holds the words, with or without tone marks, or whose code or organ code it is; those of a name or identifier of before
 * too, after the others. Best match first.
 */
export const searchUnits = (
  tx: Queries,
  text: string,
  on: PlainDate,
  limit: number,
  kind?: string,
): Promise<UnitRow[]> => {
  const folded = fold(text)
  const within = `%${escapeLike(folded)}%`
  return rows(
    tx,
    sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)}
      where (u.code = upper(${text}) or u.id in (
          select unit_id from directory.unit_version once where once.valid_from <= ${on} and once.folded like ${within}
          union all
          select unit_id from directory.unit_version once where once.valid_from <= ${on} and once.organ_code = upper(${text})))
        ${kind === undefined ? sql`` : sql`and v.kind = ${kind}`}
      order by (u.code = upper(${text}) or coalesce(v.organ_code = upper(${text}), false)) desc, v.folded like ${within} desc,
        v.folded like ${`${escapeLike(folded)}%`} desc, length(v.name), u.code limit ${limit}`,
  )
}

/** One time in which a unit had the same name and identifier. */
export interface UnitVersionRow {
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly name: string
  readonly shortName: string | null
  readonly organCode: string | null
  readonly taxCode: string | null
}

/** What a unit was and will be called, the newest first. */
export const versionsOfUnit = (tx: Queries, id: string): Promise<UnitVersionRow[]> =>
  rows(
    tx,
    sql<UnitVersionRow>`select valid_from as "from", valid_to as "to", name, short_name, organ_code, tax_code
      from directory.unit_version where unit_id = ${id} order by valid_from desc`,
  )

/** Another unit that bears an organ code on a day or later. */
export const bearerOfOrganCode = (
  tx: Queries,
  organCode: string,
  but: string,
  from: PlainDate,
): Promise<{ name: string } | undefined> =>
  find(
    tx,
    sql<{ name: string }>`select name from directory.unit_version
      where organ_code = ${organCode} and unit_id <> ${but} and (valid_to is null or valid_to > ${from}) limit 1`,
  )

/**
 * The name of a unit on a date, as a scalar; of a unit that is no more, the name it had last, and of one that is yet to be (or was, before a clock
 * was set back), the one it will have first. One index probe.
 */
export const nameOfUnit = (unitId: Fragment, on: PlainDate | Fragment): Fragment =>
  sql`coalesce((select v.name from directory.unit_version v where v.unit_id = ${unitId} and v.valid_from <= ${on} order by v.valid_from desc limit 1),
    (select v.name from directory.unit_version v where v.unit_id = ${unitId} order by v.valid_from limit 1))`

/** The unit of a kind that serves an area, such as the People's Committee of a commune. */
export const findUnitOfArea = (
  tx: Queries,
  areaCode: string,
  kind: string,
  on: PlainDate,
): Promise<UnitRow | undefined> =>
  keep(tx, `unit of area ${areaCode} ${kind} ${on}`, () =>
    find(
      tx,
      sql<UnitRow>`select ${unitColumns} from ${unitAsOf(on)} where v.area_code = ${areaCode} and v.kind = ${kind}`,
    ),
  )

/** The same by itself. Empty for an unknown one. */
export const unitName = (tx: Queries, id: string, on: PlainDate): Promise<string> =>
  keep(tx, `name of unit ${id} ${on}`, async () => {
    const found = await find(tx, sql<{ name: string | null }>`select ${nameOfUnit(sql`${id}::uuid`, on)} as name`)
    return found?.name ?? ''
  })

/** Every unit there was or is, with what it stands or last stood below. */
export type UnitTree = ReadonlyMap<string, { readonly parentId: string | null; readonly isEnded: boolean }>

/** The tree as it is on a date, with what ended before in its last place. */
export const unitTree = (tx: Queries, on: PlainDate): Promise<UnitTree> =>
  keep(tx, `unit tree ${on}`, async () => {
    const found = await rows(
      tx,
      sql<{ id: string; parentId: string | null; isEnded: boolean }>`
        select distinct on (unit_id) unit_id as id, parent_id, valid_to <= ${on} is true as is_ended
        from directory.unit_version where valid_from <= ${on} order by unit_id, valid_from desc`,
    )
    return new Map(found.map((unit) => [unit.id, unit]))
  })

/** The tax code under which a unit collects on a day: its own, else that of the nearest unit above that has one; null where none has. */
export async function taxCodeOf(tx: Queries, unitId: string, on: PlainDate): Promise<string | null> {
  for (let id: string | null = unitId; id !== null;) {
    const unit: UnitRow | undefined = await findUnit(tx, id, on)
    if (unit === undefined || unit.taxCode !== null) return unit?.taxCode ?? null
    id = unit.parentId
  }
  return null
}
