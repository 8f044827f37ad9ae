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

/** By which way a mark came; what is given in a hall names the desk or the kiosk. */
export type RatedBy =
  | { readonly channel: 'account' | 'link' }
  | ({ readonly channel: 'desk' } & Desk)
  | ({ readonly channel: 'kiosk' } & Kiosk)

const nowhere = { unitId: null, accountId: null, kioskId: null, kioskName: null }

interface Desk {
  readonly unitId: string
  readonly accountId: string
}

/** A kiosk of a hall, and the one-stop unit whose hall it is. */
export interface Kiosk {
  readonly unitId: string
  readonly kioskId: string
  readonly kioskName: string
}

/** Marks of a hall: an officer stands by, or may be the one who presses. Counted apart from what citizens give by themselves. */
export const isInHall = sql`r.channel in ('desk', 'kiosk')`

/** Marks of this and below open work for the head of the unit. */
const lowest = 2

/**
 * Marks a dossier whose result was handed over, once and for all, whichever way comes first; a low mark is work for the head of the unit.
 */
export async function rateDossier(ctx: Context, dossier: Dossier, { mark, comment }: Mark, by: RatedBy) {
  if (dossier.status !== 'ended' || dossier.deliveredAt === null) fail('conflict')
  const { unitId, accountId, kioskId, kioskName } = { ...nowhere, ...by }
  const fresh = await run(
    ctx.tx,
    sql`insert into services.rating (dossier_id, mark, comment, rated_at, channel, desk_unit_id, desk_account_id, kiosk_id, kiosk_name)
      values (${dossier.id}, ${mark}, ${comment || null}, ${ctx.now()}, ${by.channel}, ${unitId}, ${accountId}, ${kioskId}, ${kioskName}) on conflict do nothing`,
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
