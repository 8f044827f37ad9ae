import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { dueAfter, ruleOf } from './limits.ts'
import type { PetitionsParts } from './parts.ts'
import type { Petition } from './petition.ts'

/** A first complaint that was settled or refused, or was neither in its time. */
export const isOver = ({ kind, firstDecision, status, due }: Petition, now: Date): boolean =>
  kind === 'complaint' &&
  firstDecision === null &&
  (status === 'answered' || status === 'refused' || (status !== 'waiting-sender' && due !== null && due < now))

/** Until when whoever disagrees complains again (art. 33); null where they may not, or where it was done. */
export async function againOf(ctx: Context, { rules }: PetitionsParts, petition: Petition) {
  const { secondWithin } = ruleOf(rules, petition)
  if (secondWithin === undefined || !isOver(petition, ctx.now())) return null
  const next = await nextOf(ctx, petition.id)
  const from = petition.answeredAt ?? petition.due ?? ctx.now()
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  return next === undefined ? { until: dueAfter(workingTime, from, secondWithin) } : null
}

/** The second complaint that followed. */
export const nextOf = ({ tx }: Pick<Context, 'tx'>, id: string) =>
  find(tx, sql<{ id: string; code: string }>`select id, code from petitions.petition where previous_id = ${id}`)
