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

/** One after the other changes boundaries: two files, or a file and a reorganisation, would both end the same one. */
export const lockBoundaries = (tx: Queries): Promise<number> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('directory.boundary'))`)
