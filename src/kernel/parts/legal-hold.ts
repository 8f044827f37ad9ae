import { randomUUID } from 'node:crypto'
import type { Queries } from '../database/connect.ts'
import { find, rows, run, sql } from '../database/query.ts'

/** Somebody (a court, an inspection) said that this must not leave. */
export interface LegalHold {
  readonly id: string
  /** As the trail names things, "type:id". */
  readonly object: string
  readonly reason: string
  readonly placedAt: Date
  readonly placedBy: string
}

/** The name by which a whole part is held. */
export const objectOfPart = (name: string): string => `part:${name}`

/** Holds in force, oldest first. */
export const readHolds = (on: Queries): Promise<LegalHold[]> =>
  rows(
    on,
    sql<LegalHold>`select id, object, reason, placed_at, placed_by from kernel.legal_hold where released_at is null
      order by placed_at, id`,
  )

export const findLegalHold = (on: Queries, object: string): Promise<LegalHold | undefined> =>
  find(
    on,
    sql<LegalHold>`select id, object, reason, placed_at, placed_by from kernel.legal_hold
      where released_at is null and object = ${object}`,
  )

/** Answers its id; the one in force where there is one. */
export async function placeHold(
  on: Queries,
  { object, reason, placedBy }: Pick<LegalHold, 'object' | 'reason' | 'placedBy'>,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  const placed = await run(
    on,
    sql`insert into kernel.legal_hold (id, object, reason, placed_at, placed_by) values (${id}, ${object}, ${reason}, ${at}, ${placedBy})
      on conflict (object) where released_at is null do nothing`,
  )
  return placed === 1 ? id : ((await findLegalHold(on, object))?.id ?? id)
}

/** Answers whether there was one. */
export const releaseHold = async (on: Queries, object: string, by: string, at: Date): Promise<boolean> =>
  (await run(
    on,
    sql`update kernel.legal_hold set released_at = ${at}, released_by = ${by} where object = ${object} and released_at is null`,
  )) > 0
