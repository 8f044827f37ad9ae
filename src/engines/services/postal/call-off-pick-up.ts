import type { Context } from '#kernel/operations/context.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { lockPickUp, movePostalOrder } from './postal-order.ts'
import { recordMove } from './record-move.ts'

/** Whether papers may still come for a dossier. */
export const takesPapers = ({ isOpen, finishedAt }: Pick<Dossier, 'isOpen' | 'finishedAt'>): boolean =>
  isOpen && finishedAt === null

/** Takes back what the post was not told of yet, or collected in vain, when a dossier ends: nobody is sent for papers that nobody needs. */
export async function callOffPickUp(ctx: Context, before: Dossier, after: Dossier): Promise<void> {
  if (!takesPapers(before) || takesPapers(after)) return
  const order = await lockPickUp(ctx.tx, after.id)
  if (order === undefined || order.state === 'with-post') return
  await movePostalOrder(ctx, order, 'cancelled')
  await recordMove(ctx, { ...order, code: after.code, applicantId: after.applicantId }, 'cancelled')
}
