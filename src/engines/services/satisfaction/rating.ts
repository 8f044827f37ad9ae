import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { openLowMark } from './low-mark.ts'

export interface Mark {
  readonly mark: number
  readonly comment?: string | undefined
}

/** By which way a mark came; what is given at a desk names the desk. */
export type RatedBy =
  | { readonly channel: 'account' | 'link' }
  | { readonly channel: 'desk'; readonly unitId: string; readonly accountId: string }

/** Marks of this and below open work for the head of the unit. */
const lowest = 2

/**
 * Marks a dossier whose result was handed over, once and for all, whichever way comes first; a low mark is work for the head of the unit.
 */
export async function rateDossier(ctx: Context, dossier: Dossier, { mark, comment }: Mark, by: RatedBy) {
  if (dossier.status !== 'ended' || dossier.deliveredAt === null) fail('conflict')
  const [deskUnit, deskAccount] = by.channel === 'desk' ? [by.unitId, by.accountId] : [null, null]
  const fresh = await run(
    ctx.tx,
    sql`insert into services.rating (dossier_id, mark, comment, rated_at, channel, desk_unit_id, desk_account_id)
      values (${dossier.id}, ${mark}, ${comment || null}, ${ctx.now()}, ${by.channel}, ${deskUnit}, ${deskAccount}) on conflict do nothing`,
  )
  if (fresh === 0) throw new Problem('alreadyRated', servicesProblems.alreadyRated)
  await run(ctx.tx, sql`delete from services.rating_link where dossier_id = ${dossier.id}`)
  if (mark <= lowest) await openLowMark(ctx, dossier)
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    subjects: [dossier.applicantId],
    facts: { mark, channel: by.channel },
  })
  ctx.emit('dossier.rated', { dossierId: dossier.id, mark })
  return { mark }
}
