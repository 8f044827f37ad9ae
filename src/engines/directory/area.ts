import { escapeLike, find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import { validOn } from './valid-on.ts'

export interface AreaRow {
  readonly code: string
  readonly tier: string
  readonly name: string
  readonly parentCode: string | null
  readonly parentName: string | null
}

const areaRows = (on: PlainDate) => sql`
  select a.code, a.tier, a.name, a.parent_code, p.name as parent_name
  from directory.area a
  left join directory.area p on p.code = a.parent_code and ${validOn('p', on)}
  where ${validOn('a', on)}`

export interface AreaSearch {
  readonly tier?: string | undefined
  readonly parent?: string | undefined
  readonly text?: string | undefined
}

/** Administrative units as of a date, by tier, parent or words of the name without tone marks. */
export const searchAreas = (tx: Queries, search: AreaSearch, on: PlainDate): Promise<AreaRow[]> =>
  rows(
    tx,
    sql<AreaRow>`${areaRows(on)}
      ${search.tier === undefined ? sql`` : sql`and a.tier = ${search.tier}`}
      ${search.parent === undefined ? sql`` : sql`and a.parent_code = ${search.parent}`}
      ${search.text === undefined ? sql`` : sql`and a.folded like ${`%${escapeLike(fold(search.text))}%`}`}
      order by a.parent_code, a.name limit 500`,
  )

/** The version of one administrative unit on a date. */
export const findArea = (tx: Queries, code: string, on: PlainDate): Promise<AreaRow | undefined> =>
  keep(tx, `area ${code} ${on}`, () => find(tx, sql<AreaRow>`${areaRows(on)} and a.code = ${code}`))

/** The codes from an area up to the province, itself first. */
export async function areaPath(tx: Queries, code: string, on: PlainDate): Promise<AreaRow[]> {
  const path: AreaRow[] = []
  for (let next: string | null = code; next !== null && path.length < 6;) {
    const area: AreaRow | undefined = await findArea(tx, next, on)
    if (area === undefined) break
    path.push(area)
    next = area.parentCode
  }
  return path
}
