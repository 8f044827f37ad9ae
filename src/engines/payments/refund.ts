import { randomUUIDv7 } from 'node:crypto'
import { sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { OrderRow } from './order.ts'

export type RefundCause = 'paid-twice' | 'charged-twice' | 'amount-differs' | 'cancelled' | 'decided'

/** Notes that money has to be given back, once for what it is about; whoever keeps the accounts decides and returns it. */
export async function oweBack(
  ctx: Context,
  order: OrderRow,
  attempt: { readonly id: string },
  owed: { readonly cause: RefundCause; readonly about: string; readonly amount: number },
): Promise<void> {
  await write(
    ctx.tx,
    sql`insert into payments.refund (id, attempt_id, cause, about, amount, owed_at)
      values (${randomUUIDv7()}, ${attempt.id}, ${owed.cause}, ${owed.about}, ${owed.amount}, ${ctx.now()}) on conflict do nothing`,
  )
  ctx.emit('payment.refundOwed', {
    orderId: order.id,
    reference: order.reference,
    cause: owed.cause,
    amount: owed.amount,
  })
}
