import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { onDay } from './day.ts'
import { inReach } from './in-reach.ts'

export interface Returned {
  readonly id: string
  readonly unitName: string
  readonly fileCode: string
  readonly cause: string
  /** Whole đồng. */
  readonly amount: number
  readonly decision: string
  readonly transferCode: string
  readonly returnedBy: string
  readonly returnedAt: Date
}

/** What went back to payers on a day, by which decision and transfer. */
export const returnedOn = (ctx: Context, day: PlainDate): Promise<Returned[]> =>
  rows(
    ctx.tx,
    sql<Returned>`select f.id, ${nameOfUnit(sql`o.collector_id`, day)} as unit_name, o.file_code, f.cause, f.amount, f.decision, f.transfer_code,
        f.returned_by, f.returned_at
      from payments.refund f join payments.attempt a on a.id = f.attempt_id join payments.payment_order o on o.id = a.order_id
      where f.returned_at is not null and ${onDay(sql`f.returned_at`, day)} and ${inReach(ctx, sql`o.collector_id`)}
      order by unit_name, f.returned_at, f.id`,
  )
