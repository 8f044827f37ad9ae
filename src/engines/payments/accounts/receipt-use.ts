import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import { nameOfUnit, taxCodeOf } from '#engines/directory/index.ts'
import type { PaymentsParts } from '../parts.ts'
import { receiptNumber } from '../receipt.ts'
import { symbolOf } from '../view-order.ts'
import { inReach } from './in-reach.ts'

/** A span of days of Viet Nam, both included. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

interface UsedBook {
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  /** The last number given before the period; null: the book had none. */
  readonly before: number | null
  readonly first: number | null
  readonly last: number | null
  readonly used: number
  readonly voided: number
  /** Whole đồng, of what was given in the period and holds. */
  readonly amount: number
}

const within = (period: Period, column: ReturnType<typeof sql>) =>
  sql`${column} >= ${instantOf(period.from)} and ${column} < ${instantOf(addDays(period.to, 1))}`

/** The books of receipts in a period, by counter and year: from which number to which, how many hold, how many were voided in it. */
export async function receiptUse(ctx: Context, parts: PaymentsParts, period: Period) {
  const issued = within(period, sql`r.issued_at`)
  const voided = within(period, sql`r.voided_at`)
  const found = await rows(
    ctx.tx,
    sql<UsedBook>`select r.unit_id, ${nameOfUnit(sql`r.unit_id`, period.to)} as unit_name, r.year,
        (select max(b.number) from payments.receipt b where b.book = r.book and b.year = r.year and b.issued_at < ${instantOf(period.from)}) as before,
        min(r.number) filter (where ${issued}) as first, max(r.number) filter (where ${issued}) as last,
        count(*) filter (where ${issued})::int as used, count(*) filter (where ${voided})::int as voided,
        coalesce(sum(r.amount) filter (where ${issued} and r.voided_at is null), 0)::bigint as amount
      from payments.receipt r where (${issued} or ${voided}) and ${inReach(ctx, sql`r.unit_id`)}
      group by r.unit_id, r.book, r.year order by unit_name, r.year, r.book`,
  )
  const shown = (number: number | null) => (number === null ? null : receiptNumber(number))
  return Promise.all(
    found.map(async (row) => ({
      ...row,
      taxCode: await taxCodeOf(ctx.tx, row.unitId, period.to),
      symbol: symbolOf(parts, row.year),
      before: shown(row.before),
      first: shown(row.first),
      last: shown(row.last),
    })),
  )
}

interface VoidReceipt {
  readonly id: string
  readonly unitName: string
  readonly year: number
  readonly number: number
  readonly issuedAt: Date
  readonly amount: number
  readonly voidedAt: Date
  readonly voidedBy: string
  readonly voidReason: string
}

/** What was voided in a period, in the order of voiding: each keeps its number and says why. */
export async function listVoid(
  ctx: Context,
  parts: PaymentsParts,
  { after, limit, ...period }: Period & { readonly after?: string | undefined; readonly limit: number },
) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<VoidReceipt>`select r.id, ${nameOfUnit(sql`r.unit_id`, period.to)} as unit_name, r.year, r.number, r.issued_at, r.amount, r.voided_at,
        r.voided_by, r.void_reason
      from payments.receipt r where ${within(period, sql`r.voided_at`)} and ${inReach(ctx, sql`r.unit_id`)}
        ${at === undefined ? sql`` : sql`and (r.voided_at, r.id) > (${at}::timestamptz, ${id}::uuid)`}
      order by r.voided_at, r.id limit ${limit + 1}`,
  )
  const page = toPage(found, limit, (row) => [row.voidedAt.toISOString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, symbol: symbolOf(parts, row.year), number: receiptNumber(row.number) })),
  }
}
