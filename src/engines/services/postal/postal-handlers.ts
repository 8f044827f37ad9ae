import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import type { PostalReport, postalContract } from '../contract/postal.ts'
import type { ServicesParts } from '../parts.ts'
import { printPostalList } from '../print/print-postal-list.ts'
import { handToPost } from './hand-to-post.ts'
import { askPickUp, cancelPickUp, viewOwnPost } from './pick-up.ts'
import { listPostalOrders, lockPostalOrder, movePostalOrder } from './postal-order.ts'
import { readyForPost } from './ready-for-post.ts'
import { recordMove } from './record-move.ts'

/** What counters and citizens do with the post. */
export const postalHandlers = (parts: ServicesParts): Handlers<typeof postalContract> => ({
  listReadyForPost: (ctx) => readyForPost(ctx, parts),

  async listPostalOrders(ctx, page) {
    const found = await listPostalOrders(ctx, page)
    ctx.note({
      objectType: 'dossier-list',
      objectId: 'postal-orders',
      subjects: found.rows.map(({ applicantId }) => applicantId),
      facts: { rows: found.rows.length },
    })
    return found
  },

  handToPost: (ctx, given) => handToPost(ctx, parts, given),

  reportPostalOrder: (ctx, { id, report }) => writeReport(ctx, id, report),

  printPostalList: (ctx, { id }) => printPostalList(ctx, parts, id),

  getMyPost: (ctx, { id }) => viewOwnPost(ctx, id),

  askPickUp: (ctx, { id, ...wish }) => askPickUp(ctx, id, wish),

  cancelPickUp: (ctx, { id }) => cancelPickUp(ctx, id),
})

/** Writes down where the post left it. Papers that were not collected are nothing to fetch. */
async function writeReport(ctx: Context, id: string, report: PostalReport) {
  const order = await lockPostalOrder(ctx, id)
  if (report.state === 'fetched' && order.kind === 'pick-up') fail('conflict')
  await movePostalOrder(ctx, order, report.state)
  await recordMove(ctx, order, report.state, report.state === 'returned' ? report.reason : undefined)
  return { movedAt: ctx.now() }
}
