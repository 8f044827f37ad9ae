import { sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { reaches } from '#engines/directory/index.ts'
import { orderById } from '../order.ts'
import type { PaymentsParts } from '../parts.ts'
import { printReceipt, type Copy } from '../print-receipt.ts'
import { getReceipt, receiptNumber } from '../receipt.ts'
import { inReach } from './in-reach.ts'

/** Both copies of a receipt of a counter whose accounts the caller keeps, void ones too. */
export const printListed = (ctx: Context, parts: PaymentsParts, id: string): Promise<File> =>
  printWhere(ctx, parts, id, inReach(ctx, sql`r.unit_id`), ['collector', 'payer'])

/**
 * Both copies of a receipt of a counter where the caller takes money, whoever wrote it.
 * @right
 */
export const printAtDesk = (ctx: Context, parts: PaymentsParts, id: string): Promise<File> =>
  printWhere(
    ctx,
    parts,
    id,
    sql`exists (select from directory.unit u where u.id = r.unit_id and ${reaches(scopeOf(ctx.actor, 'payment.take'), sql`u.key`)})`,
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
