import { randomInt, randomUUIDv7 } from 'node:crypto'
import { find, get, json, rows, run, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { OrderRow } from './order.ts'

export type Method = 'online' | 'cash' | 'transfer'

/** One try at paying an order: by the platform, or what a desk took. */
export interface AttemptRow {
  readonly id: string
  readonly orderId: string
  /** `MaThamChieu` of the platform; never used twice, also not by a database that was set back. */
  readonly reference: string
  readonly method: Method
  readonly amount: number
  readonly state: 'new' | 'pending' | 'failed' | 'paid' | 'undone'
  readonly startedAt: Date
  readonly address: string
  readonly pageUrl: string | null
  readonly asked: number
  readonly lastAskedAt: Date | null
  readonly nextAskAt: Date | null
  /** What came, whole đồng; it may be another amount than was asked for. */
  readonly received: number | null
  readonly transactionCode: string | null
  readonly settledAt: Date | null
}

export const attemptColumns = sql`a.id, a.order_id, a.reference, a.method, a.amount, a.state, a.started_at, a.address, a.page_url, a.asked, a.last_asked_at, a.next_ask_at,
  a.received, a.transaction_code, a.settled_at`

/** Letters and digits that cannot be mistaken for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `TT-201124-7K3M9QX2AB`: the day to talk about it, and 50 random bits. */
export function newReference(at: Date): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `TT-${dateAt(at).slice(2).replaceAll('-', '')}-${letters}`
}

/** Begins an online payment of all of an order: whoever works in the background tells the platform of it. */
export async function startAttempt(ctx: Context, order: OrderRow): Promise<AttemptRow> {
  const at = ctx.now()
  return get(
    ctx.tx,
    sql<AttemptRow>`insert into payments.attempt as a (id, order_id, reference, method, amount, state, started_at, address, next_ask_at)
      values (${randomUUIDv7()}, ${order.id}, ${newReference(at)}, 'online', ${order.total}, 'new', ${at}, ${ctx.address}, ${at})
      returning ${attemptColumns}`,
  )
}

/** What a desk took for an order, as an attempt that is paid. */
export function writeTaken(ctx: Context, order: OrderRow, method: 'cash' | 'transfer'): Promise<AttemptRow> {
  const at = ctx.now()
  return get(
    ctx.tx,
    sql<AttemptRow>`insert into payments.attempt as a (id, order_id, reference, method, amount, state, started_at, received, settled_at, taken_by)
      values (${randomUUIDv7()}, ${order.id}, ${newReference(at)}, ${method}, ${order.total}, 'paid', ${at}, ${order.total}, ${at}, ${ctx.actor.account})
      returning ${attemptColumns}`,
  )
}

export const attemptsOf = (tx: Queries, orderId: string): Promise<AttemptRow[]> =>
  rows(
    tx,
    sql<AttemptRow>`select ${attemptColumns} from payments.attempt a where a.order_id = ${orderId} order by a.started_at, a.id`,
  )

/** The attempt that the platform calls so. */
export const findByReference = (tx: Queries, reference: string): Promise<AttemptRow | undefined> =>
  find(tx, sql<AttemptRow>`select ${attemptColumns} from payments.attempt a where a.reference = ${reference}`)

/** So long an attempt belongs to whoever asks the platform about it. */
const leaseMs = 60_000

/** Attempts whose time to be asked about has come, for this process alone. */
export const claimDue = (tx: Queries, at: Date): Promise<AttemptRow[]> =>
  rows(
    tx,
    sql<AttemptRow>`update payments.attempt a set next_ask_at = ${new Date(at.getTime() + leaseMs)}, asked = asked + 1, last_asked_at = ${at} where a.id in (
        select id from payments.attempt where next_ask_at <= ${at} order by next_ask_at limit 20 for update skip locked
      ) returning ${attemptColumns}`,
  )

/** When to ask next; null = never again by itself. What was settled meanwhile stays so. */
export const askNext = (tx: Queries, id: string, at: Date | null): Promise<number> =>
  run(tx, sql`update payments.attempt set next_ask_at = ${at} where id = ${id} and state in ('new', 'pending')`)

/** Told to the platform, which waits on this page. */
export const markBegun = (tx: Queries, id: string, pageUrl: string, nextAskAt: Date): Promise<number> =>
  run(
    tx,
    sql`update payments.attempt set state = 'pending', page_url = ${pageUrl}, next_ask_at = ${nextAskAt} where id = ${id} and state = 'new'`,
  )

export const markFailed = (tx: Queries, id: string, at: Date): Promise<number> =>
  run(
    tx,
    sql`update payments.attempt set state = 'failed', next_ask_at = null, settled_at = ${at} where id = ${id} and state in ('new', 'pending')`,
  )

/** Whether an attempt failed although somebody could pay it and the platform never said that it failed. */
export const isGivenUp = async (tx: Queries, { id, state, pageUrl }: AttemptRow): Promise<boolean> =>
  state === 'failed' &&
  pageUrl !== null &&
  (await find(tx, sql`select 1 from payments.message where attempt_id = ${id} and said->>'TrangThaiGD' = '4'`)) ===
    undefined

/** Keeps word for word what the platform said, and what was made of it. */
export const keepMessage = (
  tx: Queries,
  attemptId: string,
  kind: 'init' | 'callback' | 'check',
  said: unknown,
  verdict: string,
  at: Date,
): Promise<void> =>
  write(
    tx,
    sql`insert into payments.message (attempt_id, kind, said, verdict, at) values (${attemptId}, ${kind}, ${json(said)}, ${verdict}, ${at})`,
  )
