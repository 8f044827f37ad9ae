import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Box, Geometry } from '#values/geometry.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '../valid-on.ts'

export interface BoundaryRow {
  readonly code: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly geometry: Geometry
  readonly box: Box
  readonly squareKilometres: number
  /** Made of the boundaries of the areas that were merged into it. */
  readonly isJoined: boolean
  readonly source: string
  readonly licence: string | null
}

/** The boundaries of some areas that hold on a day. */
export const boundariesOn = (tx: Queries, on: PlainDate, codes: readonly string[]): Promise<BoundaryRow[]> =>
  rows(
    tx,
    sql<BoundaryRow>`select b.area_code as code, b.valid_from as "from", b.valid_to as "to", b.geometry, b.box,
        b.square_kilometres, b.is_joined, b.source, b.licence
      from directory.boundary b where ${validOn('b', on)} and b.area_code = any(${codes}::text[]) order by b.area_code`,
  )

/** The areas with a boundary on a day, and since when it holds. */
export const heldBoundaries = async (tx: Queries, on: PlainDate): Promise<ReadonlyMap<string, PlainDate>> =>
  new Map(
    (
      await rows(
        tx,
        sql<{ code: string; from: PlainDate }>`select b.area_code as code, b.valid_from as "from"
          from directory.boundary b where ${validOn('b', on)}`,
      )
    ).map(({ code, from }) => [code, from]),
  )

/** One after the other changes boundaries: two files, or a file and a reorganisation, would both end the same one. */
export const lockBoundaries = (tx: Queries): Promise<number> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('directory.boundary'))`)

/**
 * Lets every boundary of some areas hold until another of the area begins (of one day the later written counts), the area ends, or a
 * reorganisation changes its territory: by who follows whom, where of an area whose parts are in the same plan the parts say it, or by a
 * new area under it whose ground was nobody's here. So what is written or taken back
 * between two others needs no memory of what it ended.
 */
export const settleEnds = (tx: Queries, codes: readonly string[]): Promise<number> =>
  run(
    tx,
    sql`update directory.boundary b set valid_to = until.day
      from directory.boundary own, lateral (select least(
        (select min(n.valid_from) from directory.boundary n where n.area_code = own.area_code
          and (n.valid_from, n.written_at, n.id) > (own.valid_from, own.written_at, own.id)),
        (select min(a.valid_to) from directory.area a where a.code = own.area_code and a.valid_to > own.valid_from
          and not exists (select from directory.area n where n.code = a.code and n.valid_from = a.valid_to)),
        (select min(s.effective_on) from directory.area_succession s
          where s.effective_on > own.valid_from and s.from_code <> s.to_code and own.area_code in (s.from_code, s.to_code)
            and not exists (select from directory.area_succession part join directory.area a on a.code = part.from_code
              where part.reorganization_id = s.reorganization_id and a.parent_code = s.from_code
                and ${validOn('a', sql`(s.effective_on - 1)`)})),
        (select min(c.valid_from) from directory.area c where c.parent_code = own.area_code and c.valid_from > own.valid_from
          and not exists (select from directory.area e where e.code = c.code and e.valid_to = c.valid_from)
          and exists (select from directory.area_succession s where s.effective_on = c.valid_from)
          and not exists (select from directory.area_succession s where s.effective_on = c.valid_from and s.to_code = c.code))
        ) as day) until
      where own.id = b.id and b.area_code = any(${codes}::text[]) and b.valid_to is distinct from until.day`,
  )
