import { randomUUIDv7 } from 'node:crypto'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { AttemptRow } from '../attempt.ts'
import { attemptColumns } from '../attempt.ts'
import { paymentsProblems } from '../problems.ts'
import { inReach } from './in-reach.ts'

export interface RefundRow {
  readonly id: string
  readonly cause: string
  readonly amount: number
  readonly owedAt: Date
  readonly reason: string | null
  readonly decision: string | null
  readonly decidedBy: string | null
  readonly transferCode: string | null
  readonly returnedAt: Date | null
  readonly fileCode: string
  readonly payerId: string
  readonly payerName: string
  readonly attemptReference: string
}

/** What has to be given back and is not yet, oldest first. */
export async function listRefunds(ctx: Context, { after, limit }: { after?: string | undefined; limit: number }) {
  const [at, id] = after === undefined ? [undefined, undefined] : readCursor(InstantAndId, after)
  const found = await rows(
    ctx.tx,
    sql<RefundRow>`select f.id, f.cause, f.amount, f.owed_at, f.reason, f.decision, f.decided_by, f.transfer_code, f.returned_at, o.file_code, o.payer_id,
        o.payer_name, a.reference as attempt_reference
      from payments.refund f join payments.attempt a on a.id = f.attempt_id join payments.payment_order o on o.id = a.order_id
      where f.returned_at is null and ${inReach(ctx, sql`o.collector_id`)}
        ${at === undefined ? sql`` : sql`and (f.owed_at, f.id) > (${at}::timestamptz, ${id}::uuid)`}
      order by f.owed_at, f.id limit ${limit + 1}`,
  )
  ctx.note({
    objectType: 'refund-list',
    objectId: 'open',
    subjects: [...new Set(found.map(({ payerId }) => payerId))],
    facts: { rows: found.length },
  })
  return toPage(found, limit, (row) => [row.owedAt.toISOString(), row.id])
}

interface Locked {
  readonly id: string
  readonly orderId: string
  readonly reference: string
  readonly amount: number
  readonly payerId: string
  readonly fileCode: string
  readonly decision: string | null
  readonly decidedAccount: string | null
  readonly returnedAt: Date | null
}

const lockRefund = (ctx: Context, id: string): Promise<Locked> =>
  get(
    ctx.tx,
    sql<Locked>`select f.id, f.amount, o.id as order_id, o.reference, o.payer_id, o.file_code, f.decision, f.decided_account, f.returned_at
      from payments.refund f join payments.attempt a on a.id = f.attempt_id join payments.payment_order o on o.id = a.order_id
      where f.id = ${id} and ${inReach(ctx, sql`o.collector_id`)} for update of f`,
  )

/** Writes down the decision by which it is returned. */
export async function decideRefund(ctx: Context, { id, decision }: { id: string; decision: string }): Promise<void> {
  const refund = await lockRefund(ctx, id)
  if (refund.decision !== null) fail('conflict')
  await run(
    ctx.tx,
    sql`update payments.refund set decision = ${decision}, decided_at = ${ctx.now()}, decided_by = ${ctx.actor.name}, decided_account = ${ctx.actor.account}
      where id = ${id}`,
  )
  noteRefund(ctx, refund, { decision })
}

/** Writes down that it was returned, by which transfer. */
export async function returnRefund(
  ctx: Context,
  { id, transferCode }: { id: string; transferCode: string },
): Promise<void> {
  const refund = await lockRefund(ctx, id)
  if (refund.decision === null || refund.returnedAt !== null) fail('conflict')
  await run(
    ctx.tx,
    sql`update payments.refund set transfer_code = ${transferCode}, returned_at = ${ctx.now()}, returned_by = ${ctx.actor.name} where id = ${id}`,
  )
  noteRefund(ctx, refund, { transferCode })
  const { orderId, reference, amount } = refund
  ctx.emit('payment.refundReturned', { orderId, reference, amount, transferCode })
}

/** Gives back what was paid rightly, by a decision with its reason; never more than came, and once by one decision (409). */
export async function refundPaid(
  ctx: Context,
  { receiptId, amount, decision, reason }: { receiptId: string; amount: number; decision: string; reason: string },
): Promise<void> {
  const paid = await get(
    ctx.tx,
    sql<
      AttemptRow & { fileCode: string; payerId: string; orderReference: string }
    >`select ${attemptColumns}, o.file_code, o.payer_id, o.reference as order_reference
      from payments.receipt r join payments.attempt a on a.id = r.attempt_id join payments.payment_order o on o.id = r.order_id
      where r.id = ${receiptId} and r.voided_at is null and a.state = 'paid' and ${inReach(ctx, sql`r.unit_id`)} for update of a`,
  )
  const [given] = await rows(
    ctx.tx,
    sql<{
      sum: number
    }>`select coalesce(sum(amount), 0)::bigint as sum from payments.refund where attempt_id = ${paid.id} and cause = 'decided'`,
  )
  if (amount + (given?.sum ?? 0) > (paid.received ?? 0)) throw new Problem('tooMuchBack', paymentsProblems.tooMuchBack)
  const id = randomUUIDv7()
  const fresh = await run(
    ctx.tx,
    sql`insert into payments.refund (id, attempt_id, cause, about, amount, owed_at, reason, decision, decided_at, decided_by, decided_account)
      values (${id}, ${paid.id}, 'decided', ${`decision ${decision}`}, ${amount}, ${ctx.now()}, ${reason}, ${decision}, ${ctx.now()}, ${ctx.actor.name},
        ${ctx.actor.account}) on conflict do nothing`,
  )
  if (fresh === 0) throw new Problem('decidedAlready', paymentsProblems.decidedAlready)
  noteRefund(ctx, { id, fileCode: paid.fileCode, payerId: paid.payerId }, { decision, reason, amount })
  ctx.emit('payment.refundOwed', { orderId: paid.orderId, reference: paid.orderReference, cause: 'decided', amount })
}

const noteRefund = (
  ctx: Context,
  { id, payerId, fileCode }: Pick<Locked, 'id' | 'payerId' | 'fileCode'>,
  facts: object,
) => ctx.note({ objectType: 'refund', objectId: id, subjects: [payerId], facts: { fileCode, ...facts } })
