import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { qrSvg } from '#values/qr-code.ts'
import { showInstant } from '#values/show-time.ts'
import { taxCodeOf, unitName } from '#engines/directory/index.ts'
import type { Method } from './attempt.ts'
import { itemsOf, type OrderRow } from './order.ts'
import type { PaymentsParts } from './parts.ts'
import type { ReceiptRow } from './receipt.ts'
import { viewReceipt } from './view-order.ts'
import { methodWords } from './web/words.ts'

/** For whom a copy (liên) is: one stays with the collector, the other is the payer's. */
export type Copy = 'collector' | 'payer'

const copyWords: Readonly<Record<Copy, string>> = {
  collector: 'Liên 1: Lưu tại cơ quan thu',
  payer: 'Liên 2: Giao cho người nộp tiền',
}

/** A receipt as PDF, a page a copy, with a code by which anybody verifies it; one that was voided says so across each page. */
export async function printReceipt(
  ctx: Context,
  parts: PaymentsParts,
  order: OrderRow,
  found: ReceiptRow,
  copies: readonly Copy[],
): Promise<File> {
  const receipt = viewReceipt(parts, found)
  const on = dateAt(found.issuedAt)
  const taxCode = await taxCodeOf(ctx.tx, found.unitId, on)
  const items = await itemsOf(ctx.tx, order.id)
  const taken = await howTaken(ctx.tx, found.attemptId)
  const bytes = await parts.printer.pdf('fee-receipt.typ', {
    copies: copies.map((copy) => copyWords[copy]),
    unit: await unitName(ctx.tx, found.unitId, on),
    ...(taxCode !== null && { taxCode }),
    owner: await unitName(ctx.tx, order.ownerId, on),
    date: on,
    ...(parts.form !== undefined && { form: parts.form }),
    number: receipt.number,
    symbol: receipt.symbol,
    payer: found.payerName,
    fileCode: order.fileCode,
    service: order.serviceName,
    items: items.map(({ name, amount }) => ({ name: name.vi, amount })),
    total: found.amount,
    inWords: receipt.amountInWords.vi,
    paidAt: showInstant(found.issuedAt, 'vi'),
    method: methodWords[taken?.method ?? 'online'].vi,
    ...(taken?.by && { collector: taken.by }),
    ...(found.voidedAt !== null && {
      voided: { at: showInstant(found.voidedAt, 'vi'), reason: found.voidReason ?? '' },
    }),
    verification: {
      url: receipt.verifyUrl,
      code: receipt.verificationCode,
      helpLine: `${parts.helpLine} (miễn phí)`,
      qr: qrSvg(receipt.verifyUrl, { quiet: 0 }),
    },
  })
  return new File([bytes], `bien-lai-${receipt.number}.pdf`, { type: 'application/pdf' })
}

/** How the money came, and which officer took it. */
const howTaken = (tx: Queries, attemptId: string) =>
  find(
    tx,
    sql<{ method: Method; by: string | null }>`select a.method, p.full_name as by from payments.attempt a
      left join identity.account i on i.id::text = a.taken_by left join directory.person p on p.id = i.person_id where a.id = ${attemptId}`,
  )
