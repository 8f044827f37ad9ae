import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { writeTaken } from './attempt.ts'
import type { OrderRow } from './order.ts'
import { paymentsProblems } from './problems.ts'
import { findReceipt, type ReceiptRow } from './receipt.ts'
import { markPaid } from './settle.ts'

/** So long somebody is thought to be on the page of the platform. */
const payingMs = 15 * 60_000

/**
 * Takes what is due of a locked order at a desk and answers its receipt; what is paid already is answered as it is. 409
 * `paymentUnderWay` while it may be paid online at this moment, `notDue` when it is owed no more.
 */
export async function takeAtDesk(ctx: Context, order: OrderRow, method: 'cash' | 'transfer'): Promise<ReceiptRow> {
  const before = await findReceipt(ctx.tx, order.id)
  if (before !== undefined) return before
  if (order.state !== 'due') throw new Problem('notDue', paymentsProblems.notDue)
  const underWay = await find(
    ctx.tx,
    sql`select 1 from payments.attempt where order_id = ${order.id} and state in ('new', 'pending')
      and started_at > ${new Date(ctx.now().getTime() - payingMs)}`,
  )
  if (underWay !== undefined) throw new Problem('paymentUnderWay', paymentsProblems.paymentUnderWay)
  return markPaid(ctx, order, await writeTaken(ctx, order, method))
}
