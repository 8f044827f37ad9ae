import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { bookOf, getPerson } from '#engines/directory/index.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { contactOf } from '../dossier/contact.ts'
import { lockVisibleDossier } from '../dossier/dossier-access.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { findResult } from '../dossier/result.ts'
import { resultAddress } from '../dossier/result-address.ts'
import type { ServicesParts } from '../parts.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { actAsOfficial } from '../work/act.ts'
import { addPostalOrder, lockPostalOrder, movePostalOrder, type ListedOrder } from './postal-order.ts'
import { recordMove, type OrderOfDossier } from './record-move.ts'

/** A result that goes by post, in the step that hands it over, and its number there. */
export interface PostedResult {
  readonly dossierId: string
  readonly revision: number
  readonly step: string
  readonly trackingNumber?: string | undefined
}

/** What is asked of the post already: papers to collect, or a result that came back and goes once more. */
export interface PostedOrder {
  readonly id: string
  readonly trackingNumber?: string | undefined
}

/**
 * Gives results and orders to the post on one numbered list; all of it go, or none. Handing a result to the post ends the counter's
 * work with it. 422 for nothing at all, and for what is several counters'.
 */
export async function handToPost(
  ctx: Context,
  parts: ServicesParts,
  given: { readonly results: readonly PostedResult[]; readonly orders: readonly PostedOrder[] },
) {
  // Whoever names one twice would have it go twice.
  if (new Set(given.orders.map(({ id }) => id)).size < given.orders.length) fail('conflict')
  const results: { one: PostedResult; dossier: Dossier }[] = []
  for (const one of given.results) results.push({ one, dossier: await lockToSend(ctx, one) })
  const orders: { one: PostedOrder; order: ListedOrder }[] = []
  for (const one of given.orders) orders.push({ one, order: await lockPostalOrder(ctx, one.id) })
  const list = await newList(ctx, [
    ...results.map(({ dossier }) => dossier.receiverId),
    ...orders.map(({ order }) => order.receiverId),
  ])
  for (const { one, dossier } of results) {
    const order = await addPostalOrder(ctx, await deliveryOf(ctx, parts, dossier, one.step))
    await actAsOfficial(ctx, dossier, { action: 'complete', step: one.step, receiverSeen: true })
    await send(ctx, { ...order, code: dossier.code, applicantId: dossier.applicantId }, list, one)
  }
  for (const { one, order } of orders) await send(ctx, order, list, one)
  return { ...list, count: results.length + orders.length }
}

interface List {
  readonly listId: string
  readonly listNumber: string
}

async function send(ctx: Context, order: OrderOfDossier, list: List, one: PostedOrder | PostedResult): Promise<void> {
  const sent = { ...list, trackingNumber: one.trackingNumber ?? null }
  await movePostalOrder(ctx, order, 'with-post', sent)
  await recordMove(ctx, { ...order, ...sent }, 'with-post')
}

async function lockToSend(ctx: Context, { dossierId, revision, step }: PostedResult): Promise<Dossier> {
  const dossier = await lockVisibleDossier(ctx, dossierId, revision)
  // What was revoked is sent to nobody.
  if ((await findResult(ctx.tx, dossierId))?.revokedAt) fail('conflict')
  const { process } = await procedureOf(ctx.tx, dossier)
  return process?.steps[step]?.kind === 'deliver' ? dossier : fail('conflict')
}

async function deliveryOf(ctx: Context, parts: ServicesParts, dossier: Dossier, step: string) {
  const procedure = await procedureOf(ctx.tx, dossier)
  const applicant = await getPerson(ctx.tx, dossier.applicantId)
  return {
    dossierId: dossier.id,
    kind: 'delivery' as const,
    step,
    recipient: dossier.enterpriseName ?? dossier.applicantName,
    phone: contactOf(procedure, dossier.answers, applicant).phone,
    address: (await resultAddress(ctx, parts, dossier)) ?? fail('conflict'),
    wantedOn: null,
  }
}

/** The next list of the one counter whose things these are. */
async function newList(ctx: Context, receivers: readonly string[]): Promise<List> {
  const [receiver, ...others] = new Set(receivers)
  if (receiver === undefined || others.length > 0)
    throw new Problem('oneCounterPerList', servicesProblems.oneCounterPerList)
  const on = dateAt(ctx.now())
  const { byId } = await bookOf(ctx.tx, receiver, on)
  const year = on.slice(0, 4)
  const order = await takeNumber(ctx.tx, `postal list ${byId}`, year)
  return { listId: randomUUIDv7(), listNumber: `${String(order).padStart(4, '0')}/${year}` }
}
