import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { amountInWords } from '#values/amount-in-words.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitName } from '#engines/directory/index.ts'
import { attemptsOf, isGivenUp } from './attempt.ts'
import { findBeneficiary } from './beneficiary.ts'
import { itemsOf, type OrderRow } from './order.ts'
import type { PaymentsParts } from './parts.ts'
import { findReceipt, receiptNumber, type ReceiptRow } from './receipt.ts'

/** An order as its payer sees it. */
export async function viewOrder(ctx: Context, parts: PaymentsParts, order: OrderRow) {
  const on = dateAt(ctx.now())
  const attempts = await attemptsOf(ctx.tx, order.id)
  const attempt = attempts.findLast(({ method }) => method === 'online')
  const receipt = await findReceipt(ctx.tx, order.id)
  return {
    id: order.id,
    fileCode: order.fileCode,
    serviceName: order.serviceName,
    link: order.link,
    ownerName: await unitName(ctx.tx, order.ownerId, on),
    collectorName: await unitName(ctx.tx, order.collectorId, on),
    items: await itemsOf(ctx.tx, order.id),
    total: order.total,
    state: order.state,
    paidAt: order.paidAt,
    canPayOnline: parts.platform !== undefined && (await findBeneficiary(ctx.tx, order.ownerId, on)) !== undefined,
    attempt:
      attempt === undefined || attempt.state === 'undone'
        ? null
        : {
            ...attempt,
            state: attempt.state,
            pageUrl: attempt.state === 'pending' ? attempt.pageUrl : null,
            isGivenUp: await isGivenUp(ctx.tx, attempt),
          },
    receipt: receipt === undefined ? null : viewReceipt(parts, receipt),
    refunds: await refundsOf(ctx, order.id),
  }
}

/** The notation of the receipts of a year: `BG-26E`. */
export const symbolOf = ({ symbol }: PaymentsParts, year: number): string =>
  symbol.replace('{yy}', String(year).slice(2))

/** A receipt with what is printed beside its number. */
export const viewReceipt = (parts: PaymentsParts, receipt: ReceiptRow) => ({
  ...receipt,
  number: receiptNumber(receipt.number),
  symbol: symbolOf(parts, receipt.year),
  amountInWords: amountInWords(receipt.amount),
  verifyUrl: `${parts.publicUrl}/kiem-tra/${receipt.verificationCode}`,
})

const refundsOf = (ctx: Context, orderId: string) =>
  rows(
    ctx.tx,
    sql<{ cause: string; amount: number; owedAt: Date; returnedAt: Date | null }>`
      select f.cause, f.amount, f.owed_at, f.returned_at from payments.refund f join payments.attempt a on a.id = f.attempt_id
      where a.order_id = ${orderId} order by f.owed_at`,
  )
