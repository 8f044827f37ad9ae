import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { qrSvg } from '#values/qr-code.ts'
import { showInstant } from '#values/show-time.ts'
import { unitName } from '#engines/directory/index.ts'
import { itemsOf, type OrderRow } from './order.ts'
import type { PaymentsParts } from './parts.ts'
import { findReceipt } from './receipt.ts'
import { viewReceipt } from './view-order.ts'

/** The receipt that counts for an order, as PDF with a code by which anybody verifies it; not found before it is paid. */
export async function printReceipt(ctx: Context, parts: PaymentsParts, order: OrderRow): Promise<File> {
  const found = (await findReceipt(ctx.tx, order.id)) ?? fail('notFound')
  const receipt = viewReceipt(parts, found)
  const on = dateAt(found.issuedAt)
  const items = await itemsOf(ctx.tx, order.id)
  const bytes = await parts.printer.pdf('fee-receipt.typ', {
    unit: await unitName(ctx.tx, found.unitId, on),
    owner: await unitName(ctx.tx, order.ownerId, on),
    date: on,
    number: receipt.number,
    symbol: receipt.symbol,
    payer: found.payerName,
    fileCode: order.fileCode,
    service: order.serviceName,
    items: items.map(({ name, amount }) => ({ name: name.vi, amount })),
    total: found.amount,
    inWords: receipt.amountInWords.vi,
    paidAt: showInstant(found.issuedAt, 'vi'),
    verification: {
      url: receipt.verifyUrl,
      code: receipt.verificationCode,
      helpLine: `${parts.helpLine} (miễn phí)`,
      qr: qrSvg(receipt.verifyUrl, { quiet: 0 }),
    },
  })
  return new File([bytes], `bien-lai-${receipt.number}.pdf`, { type: 'application/pdf' })
}
