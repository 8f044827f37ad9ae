import { randomUUIDv7 } from 'node:crypto'
import { find, get, rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from '../contract/problems.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'

export type PostalKind = 'delivery' | 'pick-up'
export type PostalState = 'asked' | 'with-post' | 'done' | 'returned' | 'fetched' | 'cancelled'

/** What may become of an order in each state; what is not named has ended. */
const ways: Partial<Record<PostalState, readonly PostalState[]>> = {
  asked: ['with-post', 'cancelled'],
  'with-post': ['done', 'returned'],
  returned: ['with-post', 'fetched', 'cancelled'],
}

export interface PostalOrder {
  readonly id: string
  readonly dossierId: string
  readonly kind: PostalKind
  /** Of a delivery: the step that hands this result over. */
  readonly step: string | null
  readonly state: PostalState
  readonly recipient: string
  readonly phone: string | null
  readonly address: string
  readonly wantedOn: PlainDate | null
  readonly trackingNumber: string | null
  readonly listId: string | null
  readonly listNumber: string | null
  readonly askedAt: Date
  readonly movedAt: Date
}

/** An order as the counter lists it, with the dossier it is for. */
export interface ListedOrder extends PostalOrder {
  readonly code: string
  readonly versionId: string
  readonly applicantId: string
  readonly receiverId: string
}

const columns = sql`o.id, o.dossier_id, o.kind, o.step, o.state, o.recipient, o.phone, o.address, o.wanted_on, o.tracking_number, o.list_id, o.list_number,
  o.asked_at, o.moved_at`
const listedColumns = sql`${columns}, d.code, d.version_id, d.applicant_id, d.receiver_id`
const isLive = sql`o.state in ('asked', 'with-post', 'returned')`

/** Whoever may hand a dossier out sees what the post carries for it. */
const visible = (ctx: Context) => maySee(dossierAccess(ctx, 'dossier.deliver'))

type Asked = Pick<PostalOrder, 'dossierId' | 'kind' | 'step' | 'recipient' | 'phone' | 'address' | 'wantedOn'>

/** Writes a new order; 409 while the post has the same of this dossier already. */
export async function addPostalOrder(ctx: Context, asked: Asked): Promise<PostalOrder> {
  const { dossierId, kind, step, recipient, phone, address, wantedOn } = asked
  const added = await find(
    ctx.tx,
    sql<PostalOrder>`insert into services.postal_order as o (id, dossier_id, kind, step, state, recipient, phone, address, wanted_on, asked_at, moved_at)
      values (${randomUUIDv7()}, ${dossierId}, ${kind}, ${step}, 'asked', ${recipient}, ${phone}, ${address}, ${wantedOn}, ${ctx.now()}, ${ctx.now()})
      on conflict do nothing returning ${columns}`,
  )
  if (added === undefined) throw new Problem('postHasIt', servicesProblems.postHasIt)
  return added
}

/** What went with it: the list of the post, and the number by which it is followed. */
interface Sent {
  readonly trackingNumber: string | null
  readonly listId: string
  readonly listNumber: string
}

/** Moves a locked order on; 409 where its state does not lead there. */
export async function movePostalOrder(ctx: Context, order: PostalOrder, to: PostalState, sent?: Sent): Promise<void> {
  if (!(ways[order.state] ?? []).includes(to)) throw new Problem('postalOrderMoved', servicesProblems.postalOrderMoved)
  const with_ = sent ?? order
  await write(
    ctx.tx,
    sql`update services.postal_order set state = ${to}, moved_at = ${ctx.now()}, tracking_number = ${with_.trackingNumber},
        list_id = ${with_.listId}, list_number = ${with_.listNumber}
      where id = ${order.id}`,
  )
}

/** An order of a dossier that the caller may hand out, locked; else not found. */
export const lockPostalOrder = (ctx: Context, id: string): Promise<ListedOrder> =>
  get(
    ctx.tx,
    sql<ListedOrder>`select ${listedColumns} from services.postal_order o join services.dossier d on d.id = o.dossier_id
      where o.id = ${id} and ${visible(ctx)} for update of o`,
  )

/** The orders of a dossier, the first one first. */
export const postalOrdersOf = (tx: Queries, dossierId: string): Promise<PostalOrder[]> =>
  rows(
    tx,
    sql<PostalOrder>`select ${columns} from services.postal_order o where o.dossier_id = ${dossierId} order by o.asked_at, o.id limit 50`,
  )

/** The wish for collection that has not ended, locked. */
export const lockPickUp = (tx: Queries, dossierId: string): Promise<PostalOrder | undefined> =>
  find(
    tx,
    sql<PostalOrder>`select ${columns} from services.postal_order o
      where o.dossier_id = ${dossierId} and o.kind = 'pick-up' and ${isLive} for update`,
  )

/** Orders that have not ended, of dossiers that the caller may hand out; what stands longest comes first. */
export async function listPostalOrders(ctx: Context, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const found = await rows(
    ctx.tx,
    sql<ListedOrder>`select ${listedColumns} from services.postal_order o join services.dossier d on d.id = o.dossier_id
      where ${isLive} and ${visible(ctx)} ${at === undefined ? sql`` : sql`and (o.moved_at, o.id) > (${at}::timestamptz, ${id}::uuid)`}
      order by o.moved_at, o.id limit ${page.limit + 1}`,
  )
  return toPage(found, page.limit, (row) => [row.movedAt.toISOString(), row.id])
}

/** What is on a list that the post was given, of dossiers that the caller may hand out; not found without any. */
export async function ordersOnList(ctx: Context, listId: string): Promise<ListedOrder[]> {
  const found = await rows(
    ctx.tx,
    sql<ListedOrder>`select ${listedColumns} from services.postal_order o join services.dossier d on d.id = o.dossier_id
      where o.list_id = ${listId} and ${visible(ctx)} order by d.code limit 200`,
  )
  return found.length === 0 ? fail('notFound') : found
}
