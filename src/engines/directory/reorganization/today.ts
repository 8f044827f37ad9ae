import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { findArea } from '../area.ts'
import { findUnit, type UnitRow } from '../unit.ts'
import { validOn } from '../valid-on.ts'

/** More changes than any unit has seen. */
const mostChanges = 12

/** The unit as it is on a day; of one that is no more, the one that took over for an area. */
export async function unitToday(
  tx: Queries,
  id: string,
  area: string | null,
  on: PlainDate,
): Promise<UnitRow | undefined> {
  let next = id
  for (let step = 0; step < mostChanges; step++) {
    const unit = await findUnit(tx, next, on)
    if (unit !== undefined) return unit
    const place = area === null ? null : await areaToday(tx, area, on)
    const heirs = await keep(tx, `successors of unit ${next} ${on}`, () =>
      rows(
        tx,
        sql<{
          to: string
          area: string | null
        }>`select s.to_unit_id as "to", s.area_code as area from directory.unit_succession s
          where s.from_unit_id = ${next} and s.to_unit_id <> s.from_unit_id and s.effective_on <= ${on} order by s.effective_on desc, s.is_heir desc`,
      ),
    )
    const heir = heirs.find((one) => one.area !== null && one.area === place) ?? heirs[0]
    if (heir === undefined) return undefined
    next = heir.to
  }
  return undefined
}

/** The area as it is called on a day; of one that is no more, the one that holds most of it. */
export async function areaToday(tx: Queries, code: string, on: PlainDate): Promise<string> {
  let next = code
  for (let step = 0; step < mostChanges; step++) {
    if ((await findArea(tx, next, on)) !== undefined) return next
    const from = next
    const into = await keep(tx, `successor of area ${from} ${on}`, () =>
      find(
        tx,
        sql<{ to: string }>`select to_code as "to" from directory.area_succession
          where from_code = ${from} and to_code <> from_code and effective_on <= ${on} order by effective_on desc, share desc nulls last, to_code limit 1`,
      ),
    )
    if (into === undefined) return code
    next = into.to
  }
  return next
}

/**
 * Who took over from a division with this last part of its code: a part of the body, or else whoever did for what served the body's
 * area without being part of it.
 */
export const divisionAfter = (tx: Queries, body: UnitRow, key: string, on: PlainDate): Promise<UnitRow | undefined> =>
  keep(tx, `division after ${body.id} ${key} ${on}`, async () => {
    const found = await find(
      tx,
      sql<{ id: string }>`select s.to_unit_id as id from directory.unit_succession s
        join directory.unit f on f.id = s.from_unit_id and right(f.code, length(${key}) + 1) = '.' || ${key}
        join directory.unit_version v on v.unit_id = s.to_unit_id and ${validOn('v', on)}
        where s.effective_on <= ${on} and (v.parent_id = ${body.id} or v.unit_id = ${body.id} or exists (
          select 1 from directory.unit_version old join directory.area_succession a on a.from_code = old.area_code
          where old.unit_id = f.id and old.valid_to = s.effective_on and a.to_code = ${body.areaCode} and a.reorganization_id = s.reorganization_id))
        order by (v.parent_id = ${body.id}) desc nulls last, s.effective_on desc, v.unit_id limit 1`,
    )
    return found && findUnit(tx, found.id, on)
  })

/** Whether a unit that is there today ends by a reorganisation that is scheduled. */
export const isEnding = async (tx: Queries, unitId: string, on: PlainDate): Promise<boolean> =>
  (await find(tx, sql`select 1 from (${endingOn(on)}) ending where unit_id = ${unitId}`)) !== undefined

/** All of them. */
export const endingUnits = async (tx: Queries, on: PlainDate): Promise<ReadonlySet<string>> =>
  new Set((await rows(tx, endingOn(on))).map(({ unitId }) => unitId))

const endingOn = (on: PlainDate) =>
  sql<{ unitId: string }>`select s.from_unit_id as unit_id
    from directory.unit_succession s join directory.unit_version v on v.unit_id = s.from_unit_id and v.valid_to = s.effective_on
    where s.effective_on > ${on}
      and not exists (select 1 from directory.unit_version n where n.unit_id = s.from_unit_id and n.valid_from = s.effective_on)`
