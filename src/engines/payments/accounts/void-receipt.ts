import { get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { attemptColumns, type AttemptRow } from '../attempt.ts'
import { lockOrder } from '../order.ts'
import { paymentsProblems } from '../problems.ts'
import { issueReceipt, receiptColumns, receiptNumber, type ReceiptRow } from '../receipt.ts'
import { inReach } from './in-reach.ts'

export interface Voiding {
  readonly id: string
  readonly reason: string
  /** `mistaken`: no money was taken, so that it is owed still; not where a desk was closed with it or it goes back by a decision. `replaced`: what it says is wrong; another follows it. */
  readonly kind: 'mistaken' | 'replaced'
  readonly payerName?: string | undefined
}

/** Voids a receipt, which keeps its number; answers the number of the one that replaces it. */
export async function voidReceipt(ctx: Context, voiding: Voiding): Promise<string | null> {
  const { orderId } = await get(
    ctx.tx,
    sql<{
      orderId: string
    }>`select r.order_id from payments.receipt r where r.id = ${voiding.id} and ${inReach(ctx, sql`r.unit_id`)}`,
  )
  const order = await lockOrder(ctx.tx, orderId)
  const receipt = await get(
    ctx.tx,
    sql<ReceiptRow>`update payments.receipt r set voided_at = ${ctx.now()}, voided_by = ${ctx.actor.name}, void_reason = ${voiding.reason}
      where r.id = ${voiding.id} and r.voided_at is null returning ${receiptColumns}`,
  ).catch(() => fail('conflict'))
  const attempt = await get(
    ctx.tx,
    sql<AttemptRow>`select ${attemptColumns} from payments.attempt a where a.id = ${receipt.attemptId} for update`,
  )
  ctx.note({
    objectType: 'receipt',
    objectId: receipt.id,
    subjects: [order.payerId],
    facts: {
      number: receiptNumber(receipt.number),
      reason: voiding.reason,
      kind: voiding.kind,
      fileCode: order.fileCode,
    },
  })
  if (voiding.kind === 'mistaken') {
    const undone = await run(
      ctx.tx,
      sql`update payments.attempt a set state = 'undone' where id = ${attempt.id} and method <> 'online' and closing_id is null
        and not exists (select from payments.refund f where f.attempt_id = a.id)`,
    )
    if (undone === 0) throw new Problem('moneyThere', paymentsProblems.moneyThere)
    await run(ctx.tx, sql`update payments.payment_order set state = 'due', paid_at = null where id = ${order.id}`)
    ctx.emit('payment.undone', {
      orderId: order.id,
      reference: order.reference,
      receiptNumber: receiptNumber(receipt.number),
    })
    return null
  }
  const payerName = voiding.payerName ?? receipt.payerName
  return receiptNumber((await issueReceipt(ctx, { ...order, payerName }, attempt)).number)
}
