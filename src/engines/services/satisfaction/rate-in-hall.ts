import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { ShownAtKiosk } from '../contract/satisfaction.ts'
import { dossierColumns, lockDossier, type Dossier } from '../dossier/dossier.ts'
import { countWrongLookUp, waitBeforeLookUp } from '../public/look-up-brake.ts'
import { workedOn } from './own-work.ts'
import { rateDossier, type Kiosk } from './rating.ts'

/** A rule of our own, for no law sets one: whoever comes back about a result comes within a week; later there are the link and the account. */
const ratedForDays = 7

/** So many of somebody's latest dossiers are looked through by their card. */
const mostDossiers = 20

type Shown = Dossier & { readonly isRated: boolean }

/**
 * The dossier that whoever stands at a kiosk may rate there: its result was handed over in the last week by the unit whose hall it is. What
 * was shown proves whose it is; what does not fit together is one answer (404), and is waited for.
 */
export async function findRateable(ctx: Context, kiosk: Kiosk, shown: ShownAtKiosk): Promise<Dossier> {
  const named = shown.code ?? shown.personalId ?? ''
  const wait = waitBeforeLookUp(ctx, named)
  if (wait > 0) throw new Problem('lookUpWait', servicesProblems.lookUpWait, { retryAfterSeconds: wait })
  const found = await shownDossiers(ctx, shown)
  if (found.length === 0) {
    countWrongLookUp(ctx, named)
    fail('notFound')
  }
  const since = new Date(ctx.now().getTime() - ratedForDays * 86_400_000)
  const here = found.filter(
    ({ status, deliveredAt, receiverId }) =>
      status === 'ended' && deliveredAt !== null && deliveredAt > since && receiverId === kiosk.unitId,
  )
  const open = here.find(({ isRated }) => !isRated)
  if (open === undefined) {
    const reason =
      here.length > 0
        ? 'alreadyRated'
        : found.some(({ status }) => status === 'ended')
          ? 'ratedElsewhere'
          : 'notHandedOver'
    throw new Problem(reason, servicesProblems[reason])
  }
  if (await workedOn(ctx, open.id, open.applicantId))
    throw new Problem('markOfOfficial', servicesProblems.markOfOfficial)
  return open
}

/** Marks it, once and for all, whichever way comes first. */
export async function rateInHall(
  ctx: Context,
  kiosk: Kiosk,
  shown: ShownAtKiosk,
  mark: number,
): Promise<{ mark: number }> {
  const { id } = await findRateable(ctx, kiosk, shown)
  return rateDossier(ctx, await lockDossier(ctx.tx, id), { mark }, { channel: 'kiosk', ...kiosk })
}

/**
 * Dossiers of which everything that was shown is true, the one handed over last first: the code, the number of whoever it is for, the last
 * digits of the phone that they gave.
 * @right
 */
const shownDossiers = (ctx: Context, { code, personalId, phoneEnd }: ShownAtKiosk): Promise<Shown[]> =>
  rows(
    ctx.tx,
    sql<Shown>`select ${dossierColumns}, exists (select from services.rating r where r.dossier_id = d.id) as is_rated
      from services.dossier d join directory.person p on p.id = d.applicant_id
      where ${code === undefined ? sql`true` : sql`d.code = ${code}`}
        and ${personalId === undefined ? sql`true` : sql`p.personal_id = ${personalId}`}
        and ${phoneEnd === undefined ? sql`true` : sql`d.lookup_fact = ${phoneEnd}`}
      order by d.delivered_at desc nulls last, d.id limit ${mostDossiers}`,
  )
