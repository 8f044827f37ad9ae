import { get, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { reaches } from '#engines/directory/index.ts'
import { orderColumns, type OrderRow } from './order.ts'

/**
 * The order that a receipt was written for, for those who take money at the counter that wrote it; not found for everybody else, and of a
 * void one.
 * @right
 */
export async function orderOfDesk(ctx: Context, receiptId: string): Promise<OrderRow> {
  const order = await get(
    ctx.tx,
    sql<OrderRow>`select ${orderColumns} from payments.receipt r join payments.payment_order o on o.id = r.order_id
      join directory.unit u on u.id = r.unit_id
      where r.id = ${receiptId} and r.voided_at is null and ${reaches(scopeOf(ctx.actor, 'payment.take'), sql`u.key`)}`,
  )
  ctx.note({
    objectType: 'receipt',
    objectId: receiptId,
    subjects: [order.payerId],
    facts: { fileCode: order.fileCode, printed: true },
  })
  return order
}
