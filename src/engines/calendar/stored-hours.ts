import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Scope } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, reaches } from '#engines/directory/index.ts'
import type { OwnHours } from './office-hours.ts'
import { whoOf } from './stored-amendments.ts'

export interface StoredHours extends OwnHours {
  readonly id: string
  readonly unitName: string
  readonly cutOff: string | null
  readonly document: string
  readonly reason: string
  readonly declaredAt: Date
  readonly declaredBy: string
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  /** The reorganisation by which it goes on with them; null: declared on screen. */
  readonly reorganizationId: string | null
}

/** Of a unit that was to be opened by a reorganisation that was taken back only its code is left. */
const stored = (tx: Queries, where: Fragment, on: PlainDate): Promise<StoredHours[]> =>
  rows(
    tx,
    sql<StoredHours>`select h.id, h.unit_id, coalesce(${nameOfUnit(sql`h.unit_id`, on)}, u.code) as unit_name, h.first_day as "from", h.week, h.cut_off, h.document, h.reason,
        h.declared_at, h.declared_by, h.undone_at, h.undone_by, h.reorganization_id
      from calendar.office_hours h join directory.unit u on u.id = h.unit_id
      where ${where} order by h.first_day desc, h.declared_at desc limit 500`,
  )

/** Those that count. */
export const hoursInForce = (tx: Queries): Promise<OwnHours[]> =>
  rows(
    tx,
    sql<OwnHours>`select unit_id, first_day as "from", week, cut_off from calendar.office_hours
      where undone_at is null order by unit_id, first_day`,
  )

/**
 * Those of the units that somebody reaches, the last to begin first; taken back ones too.
 * @right
 */
export const hoursOfUnits = (tx: Queries, scope: Scope, on: PlainDate): Promise<StoredHours[]> =>
  stored(tx, reaches(scope, sql`u.key`), on)

export const findHours = async (tx: Queries, id: string, on: PlainDate): Promise<StoredHours | undefined> =>
  (await stored(tx, sql`h.id = ${id}`, on))[0]

export async function storeHours(
  ctx: Context,
  {
    unitId,
    from,
    week,
    cutOff,
    document,
    reason,
    reorganizationId,
  }: OwnHours & Pick<StoredHours, 'document' | 'reason' | 'reorganizationId'>,
): Promise<string> {
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into calendar.office_hours (id, unit_id, first_day, week, cut_off, document, reason, declared_at, declared_by, reorganization_id)
      values (${id}, ${unitId}, ${from}, ${week === null ? null : json(week)}, ${cutOff ?? null}, ${document}, ${reason}, ${ctx.now()}, ${whoOf(ctx)}, ${reorganizationId})`,
  )
  return id
}

export const markHoursUndone = (ctx: Context, id: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update calendar.office_hours set undone_at = ${ctx.now()}, undone_by = ${whoOf(ctx)} where id = ${id} and undone_at is null`,
  )

/** Takes back those that a reorganisation let go on; answers its document, if there were any. */
export const markHoursOfReorganizationUndone = async (ctx: Context, id: string): Promise<string | undefined> =>
  (
    await rows(
      ctx.tx,
      sql<{ document: string }>`update calendar.office_hours set undone_at = ${ctx.now()}, undone_by = ${whoOf(ctx)}
        where reorganization_id = ${id} and undone_at is null returning document`,
    )
  )[0]?.document
