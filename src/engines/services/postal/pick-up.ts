import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, dateAt, weekdayOf, type PlainDate } from '#values/plain-date.ts'
import { lockOwnDossier, standingTo } from '../applicant/own-dossier.ts'
import { servicesProblems } from '../contract/problems.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { noteRepresented } from '../dossier/represented.ts'
import { procedureNameFor } from '../procedure/procedure.ts'
import { takesPapers } from './call-off-pick-up.ts'
import { addPostalOrder, lockPickUp, movePostalOrder, postalOrdersOf, type PostalOrder } from './postal-order.ts'
import { recordMove } from './record-move.ts'

/** The days on which the post may be asked to come: the next six without Sundays. */
const pickUpDays = (today: PlainDate): PlainDate[] =>
  [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days)).filter((day) => weekdayOf(day) !== 7)

/** What the post does for a dossier of the caller's, and when it could come for papers: on no day where none are taken. */
export async function viewOwnPost(ctx: Context, dossierId: string) {
  const dossier = await getVisibleDossier(ctx, dossierId)
  noteRepresented(ctx, dossier)
  const orders = await postalOrdersOf(ctx.tx, dossierId)
  const isFree = mayAct(dossier, ctx) && takesPapers(dossier) && !orders.some(isWaitedFor)
  return {
    code: dossier.code,
    procedureName: await procedureNameFor(ctx, dossier.versionId),
    orders: orders.map((order) => ({ ...order, canCancel: mayAct(dossier, ctx) && isCancellable(order) })),
    days: isFree ? pickUpDays(dateAt(ctx.now())) : [],
  }
}

const mayAct = (dossier: Dossier, { actor }: Context): boolean => ['own', 'acts'].includes(standingTo(dossier, actor))

const isWaitedFor = ({ kind, state }: PostalOrder): boolean =>
  kind === 'pick-up' && (state === 'asked' || state === 'with-post' || state === 'returned')

const isCancellable = ({ kind, state }: PostalOrder): boolean =>
  kind === 'pick-up' && (state === 'asked' || state === 'returned')

/** Asks the post to collect papers at an address, for a dossier of the caller's that still takes some. */
export async function askPickUp(
  ctx: Context,
  dossierId: string,
  wish: { readonly address: string; readonly phone: string; readonly on: PlainDate },
) {
  const dossier = await lockOwnDossier(ctx, dossierId)
  if (!takesPapers(dossier)) throw new Problem('pickUpOver', servicesProblems.pickUpOver)
  if (!pickUpDays(dateAt(ctx.now())).includes(wish.on))
    throw new Problem('pickUpUnfit', servicesProblems.pickUpUnfit, {
      places: [{ path: 'on', message: servicesProblems.pickUpUnfit.message }],
    })
  const { address, phone, on } = wish
  const recipient = dossier.enterpriseName ?? dossier.applicantName
  const order = await addPostalOrder(ctx, {
    dossierId,
    kind: 'pick-up',
    step: null,
    recipient,
    phone,
    address,
    wantedOn: on,
  })
  await recordMove(ctx, { ...order, code: dossier.code, applicantId: dossier.applicantId }, 'asked')
  return { id: order.id }
}

/** Takes the wish back, as long as the post was not told, or came in vain. */
export async function cancelPickUp(ctx: Context, dossierId: string) {
  const { code, applicantId } = await lockOwnDossier(ctx, dossierId)
  const order = (await lockPickUp(ctx.tx, dossierId)) ?? fail('notFound')
  await movePostalOrder(ctx, order, 'cancelled')
  await recordMove(ctx, { ...order, code, applicantId }, 'cancelled')
  return { cancelled: true }
}
