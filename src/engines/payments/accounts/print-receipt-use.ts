import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { PaymentsParts } from '../parts.ts'
import { paymentsProblems } from '../problems.ts'
import { listVoid, receiptUse, type Period } from './receipt-use.ts'

const mostVoid = 500

/** The report of a period on the use of receipts, as PDF: books with their numbers, and each that was voided. */
export async function printReceiptUse(ctx: Context, parts: PaymentsParts, period: Period): Promise<File> {
  const books = await receiptUse(ctx, parts, period)
  const voided = await listVoid(ctx, parts, { ...period, limit: mostVoid })
  if (voided.next !== undefined) throw new Problem('periodTooLong', paymentsProblems.periodTooLong)
  ctx.note({ objectType: 'receipt-use', objectId: `${period.from} ${period.to}`, facts: { books: books.length } })
  const bytes = await parts.printer.pdf('receipt-use.typ', {
    ...period,
    on: dateAt(ctx.now()),
    by: ctx.actor.name,
    unit: ctx.actor.post?.unit ?? '',
    ...(parts.form !== undefined && { form: parts.form }),
    books,
    voided: voided.rows.map((row) => ({ ...row, issuedOn: dateAt(row.issuedAt), voidedOn: dateAt(row.voidedAt) })),
  })
  return new File([bytes], `su-dung-bien-lai-${period.from}-${period.to}.pdf`, { type: 'application/pdf' })
}
