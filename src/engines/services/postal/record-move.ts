import type { Context } from '#kernel/operations/context.ts'
import { writeHistory } from '../dossier/history.ts'
import type { PostalOrder, PostalState } from './postal-order.ts'
import { sayOrder } from './say-order.ts'

/** An order with what the trail says of its dossier. */
export type OrderOfDossier = PostalOrder & { readonly code: string; readonly applicantId: string }

/** What everybody reads of a move: a line in the dossier's history, a note in the trail, an event of which the applicant is told. */
export async function recordMove(ctx: Context, order: OrderOfDossier, to: PostalState, reason?: string): Promise<void> {
  const { dossierId, code, applicantId, kind, id } = order
  await writeHistory(ctx, [
    { dossierId, kind: `postal-${to}`, words: sayOrder(order, to, reason), detail: { kind, reason }, isPublic: true },
  ])
  ctx.note({ objectType: 'dossier', objectId: dossierId, subjects: [applicantId], facts: { code, post: to, kind } })
  // What is told stands on many phones: the reason is read in the dossier.
  const day = order.wantedOn === null ? {} : { to: order.wantedOn }
  ctx.emit(`postal.${kind}-${to}`, { dossierId, orderId: id, words: sayOrder(order, to), ...day })
}
