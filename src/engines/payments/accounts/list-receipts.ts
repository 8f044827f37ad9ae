import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Method } from '../attempt.ts'
import { receiptColumns, receiptNumber, type ReceiptRow } from '../receipt.ts'
import { onDay } from './day.ts'
import { inReach } from './in-reach.ts'

interface ListedReceipt extends ReceiptRow {
  readonly fileCode: string
  readonly serviceName: string
  readonly method: Method
  readonly payerId: string
  /** Its desk is closed, or it goes back by a decision. */
  readonly isSettled: boolean
}

/** The receipts of a day, newest first, void ones too: no number is missing. */
export async function listReceipts(
  ctx: Context,
  { day, after, limit }: { day: PlainDate; after?: string | undefined; limit: number },
) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<ListedReceipt>`select ${receiptColumns}, o.file_code, o.service_name, o.payer_id, a.method,
        a.closing_id is not null or exists (select from payments.refund f where f.attempt_id = a.id) as is_settled
      from payments.receipt r join payments.payment_order o on o.id = r.order_id join payments.attempt a on a.id = r.attempt_id
      where ${onDay(sql`r.issued_at`, day)} and ${inReach(ctx, sql`r.unit_id`)}
        ${at === undefined ? sql`` : sql`and (r.issued_at, r.id) < (${at}::timestamptz, ${id}::uuid)`}
      order by r.issued_at desc, r.id desc limit ${limit + 1}`,
  )
  ctx.note({
    objectType: 'receipt-list',
    objectId: day,
    subjects: [...new Set(found.map(({ payerId }) => payerId))],
    facts: { rows: found.length },
  })
  const page = toPage(found, limit, (row) => [row.issuedAt.toISOString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      number: receiptNumber(row.number),
      canUndo: row.voidedAt === null && row.method !== 'online' && !row.isSettled,
    })),
  }
}
