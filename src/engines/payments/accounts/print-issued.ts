import { sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { orderById } from '../order.ts'
import type { PaymentsParts } from '../parts.ts'
import { printReceipt, type Copy } from '../print-receipt.ts'
import { getReceipt, receiptNumber } from '../receipt.ts'
import { inReach } from './in-reach.ts'

/** Both copies of a receipt of a counter whose accounts the caller keeps, void ones too. */
export const printListed = (ctx: Context, parts: PaymentsParts, id: string): Promise<File> =>
  printWhere(ctx, parts, id, inReach(ctx, sql`r.unit_id`), ['collector', 'payer'])

/**
 * Both copies of a receipt for what the caller took at a desk.
 * @right
 */
export const printTaken = (ctx: Context, parts: PaymentsParts, id: string): Promise<File> =>
  printWhere(
    ctx,
    parts,
    id,
    sql`exists (select from payments.attempt a where a.id = r.attempt_id and a.taken_by = ${ctx.actor.account})`,
    ['collector', 'payer'],
  )

async function printWhere(
  ctx: Context,
  parts: PaymentsParts,
  id: string,
  condition: Fragment,
  copies: readonly Copy[],
): Promise<File> {
  const receipt = await getReceipt(ctx.tx, id, condition)
  const order = await orderById(ctx.tx, receipt.orderId)
  ctx.note({
    objectType: 'receipt',
    objectId: id,
    subjects: [order.payerId],
    facts: { number: receiptNumber(receipt.number), fileCode: order.fileCode },
  })
  return printReceipt(ctx, parts, order, receipt, copies)
}
