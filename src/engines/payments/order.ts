import { randomUUIDv7 } from 'node:crypto'
import { find, get, json, rows, run, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Words } from '#values/words.ts'

export interface OrderRow {
  readonly id: string
  /** The caller's: what it is for. */
  readonly reference: string
  readonly fileCode: string
  readonly serviceCode: string
  readonly serviceName: string
  /** The body that the money is for, and the counter in whose books its receipts stand. */
  readonly ownerId: string
  readonly collectorId: string
  readonly payerId: string
  readonly payerName: string
  /** The page of what it is for, a path of our own. */
  readonly link: string
  /** Whole đồng. */
  readonly total: number
  readonly state: 'due' | 'paid' | 'cancelled'
  readonly createdAt: Date
  readonly paidAt: Date | null
}

export interface Item {
  readonly code: string
  readonly name: Words
  /** Whole đồng. */
  readonly amount: number
}

/** What is to be paid, as its caller knows it. */
export interface NewOrder extends Pick<
  OrderRow,
  | 'reference'
  | 'fileCode'
  | 'serviceCode'
  | 'serviceName'
  | 'ownerId'
  | 'collectorId'
  | 'payerId'
  | 'payerName'
  | 'link'
> {
  readonly items: readonly Item[]
}

export const orderColumns = sql`o.id, o.reference, o.file_code, o.service_code, o.service_name, o.owner_id, o.collector_id, o.payer_id,
  o.payer_name, o.link, o.total, o.state, o.created_at, o.paid_at`

/** The order of this reference, made when it is first asked for: there is never a second one. Locked until the transaction ends. */
export async function openOrder(ctx: Context, order: NewOrder): Promise<OrderRow> {
  const total = order.items.reduce((sum, { amount }) => sum + amount, 0)
  const made = await find(
    ctx.tx,
    sql<{
      id: string
    }>`insert into payments.payment_order (id, reference, file_code, service_code, service_name, owner_id, collector_id, payer_id, payer_name, link,
        total, created_at)
      values (${randomUUIDv7()}, ${order.reference}, ${order.fileCode}, ${order.serviceCode}, ${order.serviceName}, ${order.ownerId}, ${order.collectorId},
        ${order.payerId}, ${order.payerName}, ${order.link}, ${total}, ${ctx.now()})
      on conflict (reference) do nothing returning id`,
  )
  if (made !== undefined)
    await write(
      ctx.tx,
      sql`insert into payments.item (order_id, position, code, name, amount)
        select ${made.id}, position, code, name, amount from jsonb_to_recordset(${json(order.items.map((item, position) => ({ ...item, position })))})
          as g (position int, code text, name jsonb, amount bigint)`,
    )
  return get(
    ctx.tx,
    sql<OrderRow>`select ${orderColumns} from payments.payment_order o where o.reference = ${order.reference} for update`,
  )
}

/** Lets a person see an order and pay it online. */
export const letRead = (tx: Queries, orderId: string, personId: string): Promise<void> =>
  write(
    tx,
    sql`insert into payments.order_reader (order_id, person_id) values (${orderId}, ${personId}) on conflict do nothing`,
  )

/**
 * Orders that a citizen sees: those that were opened for them.
 * @right
 */
const isReader = (actor: Actor): Fragment =>
  sql`exists (select from payments.order_reader r where r.order_id = o.id and r.person_id = ${actor.person ?? null}::uuid)`

/** An order that the caller sees; not found for anybody else. */
export const getReadable = (ctx: Context, id: string): Promise<OrderRow> =>
  get(
    ctx.tx,
    sql<OrderRow>`select ${orderColumns} from payments.payment_order o where o.id = ${id} and ${isReader(ctx.actor)}`,
  )

export const orderById = (tx: Queries, id: string): Promise<OrderRow> =>
  get(tx, sql<OrderRow>`select ${orderColumns} from payments.payment_order o where o.id = ${id}`)

/** The order, locked until the transaction ends: one thing happens to it at a time. */
export const lockOrder = (tx: Queries, id: string): Promise<OrderRow> =>
  get(tx, sql<OrderRow>`select ${orderColumns} from payments.payment_order o where o.id = ${id} for update`)

export const itemsOf = (tx: Queries, orderId: string): Promise<Item[]> =>
  rows(tx, sql<Item>`select code, name, amount from payments.item where order_id = ${orderId} order by position`)

/** What is not paid yet is owed no more; answers how many orders that were. Money that comes all the same is owed back. */
export const cancelOrders = (tx: Queries, references: readonly string[]): Promise<number> =>
  run(
    tx,
    sql`update payments.payment_order set state = 'cancelled' where reference = any(${references}::text[]) and state = 'due'`,
  )
