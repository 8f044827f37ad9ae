import { randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { paymentsProblems } from '../problems.ts'
import { receiptNumber } from '../receipt.ts'
import { inReach } from './in-reach.ts'

interface Taking {
  readonly id: string
  readonly attemptId: string
  readonly unitId: string
  readonly unitName: string
  readonly method: 'cash' | 'transfer'
  readonly amount: number
  readonly number: number
  readonly fileCode: string
  readonly takenAt: Date
}

/** What the caller took at desks and has not closed yet, by desk. */
export async function openTakings(ctx: Context) {
  const found = await rows(
    ctx.tx,
    sql<Taking>`select r.id, a.id as attempt_id, o.collector_id as unit_id, ${nameOfUnit(sql`o.collector_id`, dateAt(ctx.now()))} as unit_name, a.method,
        a.received as amount, r.number, o.file_code, a.settled_at as taken_at
      from payments.attempt a join payments.payment_order o on o.id = a.order_id join payments.receipt r on r.attempt_id = a.id and r.voided_at is null
      where a.taken_by = ${ctx.actor.account} and a.closing_id is null and a.method <> 'online' and a.state = 'paid'
      order by a.settled_at, a.id`,
  )
  return [...Map.groupBy(found, ({ unitId }) => unitId).values()].map((takings) => ({
    unitId: takings[0]?.unitId ?? '',
    unitName: takings[0]?.unitName ?? '',
    ...sumsOf(takings),
    takings: takings.map((one) => ({ ...one, number: receiptNumber(one.number) })),
  }))
}

const sumsOf = (takings: readonly Taking[]) => {
  const sum = (method: string) =>
    takings.filter((one) => one.method === method).reduce((total, { amount }) => total + amount, 0)
  return { cash: sum('cash'), transfer: sum('transfer') }
}

/** Closes what the caller took at a desk until now with the cash that they counted; a difference needs a note. */
export async function closeDesk(ctx: Context, closing: { unitId: string; counted: number; note?: string | undefined }) {
  const desk = (await openTakings(ctx)).find(({ unitId }) => unitId === closing.unitId) ?? fail('notFound')
  if (closing.counted !== desk.cash && !closing.note)
    throw new Problem('differenceUnsaid', paymentsProblems.differenceUnsaid)
  const id = randomUUIDv7()
  await run(
    ctx.tx,
    sql`insert into payments.desk_closing (id, unit_id, account, account_name, closed_at, day, taken, cash, transfer, counted, note)
      values (${id}, ${desk.unitId}, ${ctx.actor.account}, ${ctx.actor.name}, ${ctx.now()}, ${dateAt(ctx.now())}, ${desk.takings.length}, ${desk.cash},
        ${desk.transfer}, ${closing.counted}, ${closing.note ?? null})`,
  )
  const ids = desk.takings.map(({ attemptId }) => attemptId)
  const closed = await run(
    ctx.tx,
    sql`update payments.attempt set closing_id = ${id} where id = any(${ids}::uuid[]) and closing_id is null and state = 'paid'`,
  )
  // Two windows that close at once, or a receipt that was voided meanwhile.
  if (closed !== ids.length) fail('conflict')
  ctx.note({ objectType: 'desk-closing', objectId: id, facts: { cash: desk.cash, counted: closing.counted } })
  return { id, cash: desk.cash, transfer: desk.transfer, taken: ids.length }
}

/** Signs a closing off: never one's own. */
export async function signClosing(ctx: Context, id: string): Promise<void> {
  const [closing] = await rows(
    ctx.tx,
    sql<{
      account: string
      signedAt: Date | null
    }>`select c.account, c.signed_at from payments.desk_closing c where c.id = ${id} and ${inReach(ctx, sql`c.unit_id`)}
      for update`,
  )
  if (closing === undefined) fail('notFound')
  if (closing.signedAt !== null) fail('conflict')
  if (closing.account === ctx.actor.account) throw new Problem('ownClosing', paymentsProblems.ownClosing)
  await run(
    ctx.tx,
    sql`update payments.desk_closing set signed_at = ${ctx.now()}, signed_by = ${ctx.actor.name}, signed_account = ${ctx.actor.account} where id = ${id}`,
  )
  ctx.note({ objectType: 'desk-closing', objectId: id, facts: { signed: true } })
}

export interface ClosingRow {
  readonly id: string
  readonly unitName: string
  readonly accountName: string
  readonly closedAt: Date
  readonly taken: number
  readonly cash: number
  readonly transfer: number
  readonly counted: number
  readonly note: string | null
  readonly signedAt: Date | null
  readonly signedBy: string | null
}

/** What was closed on a day, by desk. */
export const closingsOf = (ctx: Context, day: PlainDate): Promise<ClosingRow[]> =>
  rows(
    ctx.tx,
    sql<ClosingRow>`select c.id, ${nameOfUnit(sql`c.unit_id`, day)} as unit_name, c.account_name, c.closed_at, c.taken, c.cash, c.transfer, c.counted, c.note,
        c.signed_at, c.signed_by
      from payments.desk_closing c where c.day = ${day} and ${inReach(ctx, sql`c.unit_id`)} order by unit_name, c.closed_at, c.id`,
  )
