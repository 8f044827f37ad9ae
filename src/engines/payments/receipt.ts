import { randomUUIDv7 } from 'node:crypto'
import { find, get, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { bookOf } from '#engines/directory/index.ts'
import { newVerificationCode, takeNumber } from '#engines/numbering/index.ts'
import type { AttemptRow } from './attempt.ts'
import type { OrderRow } from './order.ts'

export interface ReceiptRow {
  readonly id: string
  readonly orderId: string
  readonly attemptId: string
  readonly unitId: string
  readonly year: number
  readonly number: number
  readonly issuedAt: Date
  readonly payerName: string
  readonly amount: number
  readonly verificationCode: string
  readonly voidedAt: Date | null
  readonly voidReason: string | null
}

export const receiptColumns = sql`r.id, r.order_id, r.attempt_id, r.unit_id, r.year, r.number, r.issued_at, r.payer_name, r.amount, r.verification_code,
  r.voided_at, r.void_reason`

/** `0004217`: seven digits, as receipts of fees are numbered (Circular 303/2016/TT-BTC). */
export const receiptNumber = (number: number): string => String(number).padStart(7, '0')

/** Gives an order that is paid its receipt, under the next number of the counter's book of the year. Last in its transaction. */
export async function issueReceipt(ctx: Context, order: OrderRow, attempt: AttemptRow): Promise<ReceiptRow> {
  const on = dateAt(ctx.now())
  const year = on.slice(0, 4)
  const { byId } = await bookOf(ctx.tx, order.collectorId, on)
  const book = `fee receipt ${byId}`
  const number = await takeNumber(ctx.tx, book, year)
  return get(
    ctx.tx,
    sql<ReceiptRow>`insert into payments.receipt as r (id, order_id, attempt_id, unit_id, book, year, number, issued_at, payer_name, amount, verification_code)
      values (${randomUUIDv7()}, ${order.id}, ${attempt.id}, ${order.collectorId}, ${book}, ${Number(year)}, ${number}, ${ctx.now()}, ${order.payerName},
        ${order.total}, ${newVerificationCode()})
      returning ${receiptColumns}`,
  )
}

/** The receipt that counts for an order. */
export const findReceipt = (tx: Queries, orderId: string): Promise<ReceiptRow | undefined> =>
  find(
    tx,
    sql<ReceiptRow>`select ${receiptColumns} from payments.receipt r where r.order_id = ${orderId} and r.voided_at is null`,
  )

/** One of them, void ones too; those that this condition leaves out are not found. */
export const getReceipt = (tx: Queries, id: string, condition: Fragment): Promise<ReceiptRow> =>
  get(tx, sql<ReceiptRow>`select ${receiptColumns} from payments.receipt r where r.id = ${id} and ${condition}`)

export const findReceiptByCode = (tx: Queries, code: string): Promise<ReceiptRow | undefined> =>
  find(tx, sql<ReceiptRow>`select ${receiptColumns} from payments.receipt r where r.verification_code = ${code}`)
