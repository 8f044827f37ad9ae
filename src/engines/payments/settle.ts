import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { attemptColumns, findByReference, keepMessage, markFailed, type AttemptRow } from './attempt.ts'
import { lockOrder, type OrderRow } from './order.ts'
import { issueReceipt, receiptNumber, type ReceiptRow } from './receipt.ts'
import { oweBack, type RefundCause } from './refund.ts'
import type { Said } from './messages/answer.ts'

/** What was made of something that the platform said. */
export type Verdict = 'unknown' | 'pending' | 'failed' | 'repeated' | 'paid' | RefundCause

/**
 * Takes what the platform says of an attempt, whoever brings it, however often and in whatever order: the order's row is locked, so that
 * of everything that can happen to one order one thing happens at a time. Money that was received once stays received; what it is
 * too much by is owed back.
 */
export async function settle(ctx: Context, said: Said, by: 'callback' | 'check'): Promise<Verdict> {
  const known = await findByReference(ctx.tx, said.reference)
  if (known === undefined || known.method !== 'online') return 'unknown'
  const order = await lockOrder(ctx.tx, known.orderId)
  const attempt = await get(
    ctx.tx,
    sql<AttemptRow>`select ${attemptColumns} from payments.attempt a where a.id = ${known.id}`,
  )
  const verdict = await judge(ctx, order, attempt, said)
  await keepMessage(ctx.tx, attempt.id, by, said.raw, verdict, ctx.now())
  if (verdict !== 'repeated' && verdict !== 'pending')
    ctx.note({
      objectType: 'payment',
      objectId: order.id,
      subjects: [order.payerId],
      facts: { reference: said.reference, verdict, amount: said.amount, fileCode: order.fileCode },
    })
  return verdict
}

async function judge(ctx: Context, order: OrderRow, attempt: AttemptRow, said: Said): Promise<Verdict> {
  if (said.state === 'pending') return attempt.state === 'paid' ? 'repeated' : 'pending'
  if (said.state === 'failed')
    // What was paid is not unpaid by a message that comes late.
    return (await markFailed(ctx.tx, attempt.id, ctx.now())) > 0 ? 'failed' : 'repeated'
  if (attempt.state === 'paid') return judgeSecond(ctx, order, attempt, said)
  await run(
    ctx.tx,
    sql`update payments.attempt set state = 'paid', received = ${said.amount}, transaction_code = ${said.transaction}, bank_code = ${said.bank},
      settled_at = ${ctx.now()}, next_ask_at = null where id = ${attempt.id}`,
  )
  if (said.amount !== attempt.amount || attempt.amount !== order.total)
    return owe(ctx, order, attempt, 'amount-differs', said)
  if (order.state === 'paid') return owe(ctx, order, attempt, 'paid-twice', said)
  if (order.state === 'cancelled') return owe(ctx, order, attempt, 'cancelled', said)
  await markPaid(ctx, order, attempt)
  return 'paid'
}

/** Money of an attempt that is paid already: the same transaction said again, also where one of the two tells no code of it, or a second one. */
async function judgeSecond(ctx: Context, order: OrderRow, attempt: AttemptRow, said: Said): Promise<Verdict> {
  const known = attempt.transactionCode ?? ''
  if (said.transaction !== '' && known === '')
    await run(
      ctx.tx,
      sql`update payments.attempt set transaction_code = ${said.transaction}, bank_code = ${said.bank} where id = ${attempt.id}`,
    )
  if (said.transaction === '' || known === '' || said.transaction === known) return 'repeated'
  return owe(ctx, order, attempt, 'charged-twice', said)
}

async function owe(
  ctx: Context,
  order: OrderRow,
  attempt: AttemptRow,
  cause: RefundCause,
  { transaction, amount }: Said,
) {
  if (amount === 0) return cause
  const about = `transaction ${transaction}`
  const before = await find(
    ctx.tx,
    sql`select 1 from payments.refund where attempt_id = ${attempt.id} and about = ${about}`,
  )
  if (before !== undefined) return 'repeated'
  await oweBack(ctx, order, attempt, { cause, about, amount })
  return cause
}

/** The one place where an order that is due becomes paid: state, receipt and event together. */
export async function markPaid(ctx: Context, order: OrderRow, attempt: AttemptRow): Promise<ReceiptRow> {
  await run(
    ctx.tx,
    sql`update payments.payment_order set state = 'paid', paid_at = ${ctx.now()} where id = ${order.id} and state = 'due'`,
  )
  const receipt = await issueReceipt(ctx, order, attempt)
  ctx.emit('payment.paid', {
    orderId: order.id,
    reference: order.reference,
    method: attempt.method,
    amount: order.total,
    receiptNumber: receiptNumber(receipt.number),
  })
  return receipt
}
