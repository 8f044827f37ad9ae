import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { lockDossier } from '../dossier/dossier.ts'
import { rateDossier } from './rating.ts'

/** Where and by whom somebody was served, and from when to when. */
export interface Served {
  readonly unitId: string
  readonly accountId: string
  readonly from: Date
  readonly until: Date
}

/**
 * Makes what was marked on the machine of a desk the mark of a dossier whose result was handed over in that very visit, at the desk that had
 * received it. Any other, and one that has a mark, stays as it is: a visit to file something says nothing of its result yet.
 */
export async function rateServed(ctx: Context, dossierId: string, mark: number, served: Served): Promise<boolean> {
  const dossier = await lockDossier(ctx.tx, dossierId)
  const { deliveredAt, receiverId, status } = dossier
  if (status !== 'ended' || deliveredAt === null || receiverId !== served.unitId) return false
  if (deliveredAt < served.from || deliveredAt > served.until) return false
  if ((await find(ctx.tx, sql`select 1 from services.rating where dossier_id = ${dossierId}`)) !== undefined)
    return false
  const { unitId, accountId } = served
  await rateDossier(ctx, dossier, { mark }, { channel: 'desk', unitId, accountId })
  return true
}
