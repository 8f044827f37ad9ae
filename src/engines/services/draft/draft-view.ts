import type { Context } from '#kernel/operations/context.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { deadlineOf, hoursAt, workingTimeAt } from '#engines/calendar/index.ts'
import { findArea, getEnterprise, getPerson, type UnitRow } from '#engines/directory/index.ts'
import { parseAnswers, requiredPapers, summaryOf, visibleAnswers, visiblePages } from '#engines/forms/contract.ts'
import { coApplicantsOf, missingTogether, type CoApplicant } from '../co-applicant/co-applicant.ts'
import { isFiledTogether } from '../contract/co-applicant-here.ts'
import { draftPapers, type Draft } from './draft.ts'
import type { Procedure } from '../declare.ts'
import type { OpenedDraft } from './open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { ownerOf, receiverOf } from '../procedure/place.ts'
import { feesOf, timeLimitOf } from '../procedure/procedure.ts'
import { viewFees, viewPapers } from '../dossier/view.ts'
import { stalePapers } from '../reuse/stale.ts'

/** Whether an applicant must say where it is filed: not when the one body is the province's. */
export const needsPlace = (procedure: Procedure): boolean =>
  procedure.receivedAt.every((tier) => tier !== 'province') || 'tier' in procedure.owner

export interface Destination {
  readonly receiver: UnitRow
  readonly owner: UnitRow
}

/** Where an application goes: the counter that takes it in and the body that decides; undefined while the place is not chosen. */
export async function destinationOf(
  ctx: Context,
  procedure: Procedure,
  place: string | null,
): Promise<Destination | undefined> {
  if (place === null && needsPlace(procedure)) return undefined
  const on = dateAt(ctx.now())
  const tier = procedure.receivedAt[0] as string
  return {
    receiver: await receiverOf(ctx.tx, { code: procedure.code, tier }, place, on),
    owner: await ownerOf(ctx.tx, procedure, place, on),
  }
}

async function nameOfRepresented({ tx, actor }: Context, { enterpriseId, personId }: Draft): Promise<string | null> {
  if (enterpriseId !== null) return (await getEnterprise(tx, enterpriseId)).name
  return personId === actor.person ? null : (await getPerson(tx, personId)).fullName
}

/** Everything a writer of an application sees: the form, the answers so far, papers, fees, what is still missing. */
export async function viewDraft(ctx: Context, parts: ServicesParts, opened: OpenedDraft) {
  const { draft, procedure, versionId, changedFrom } = opened
  const on = dateAt(ctx.now())
  const lookups = await parts.lookups.on(ctx.tx, on)
  const attached = await draftPapers(ctx.tx, draft.id)
  const named = await coApplicantsOf(ctx.tx, procedure, draft.id)
  const visible = visibleAnswers(procedure.form, draft.answers)
  const facts = { answers: visible, channel: 'online', place: draft.place }
  const destination = await destinationOf(ctx, procedure, draft.place)
  const workingTime = await workingTimeAt(ctx, destination?.receiver.id)
  const limit = timeLimitOf(procedure, on, facts)
  const promised = deadlineOf(workingTime, { start: ctx.now(), limit, stops: [] }).at
  const hours = await hoursAt(ctx, destination?.receiver.id, on)
  return {
    id: draft.id,
    onBehalfOf: await nameOfRepresented(ctx, draft),
    code: procedure.code,
    version: versionId,
    changedFrom,
    procedureName: procedure.name,
    everydayName: procedure.everydayName ?? null,
    needsPlace: needsPlace(procedure),
    place: draft.place,
    placeName: draft.place === null ? null : ((await findArea(ctx.tx, draft.place, on))?.name ?? null),
    form: procedure.form,
    answers: draft.answers,
    papers: await viewPapers(ctx.tx, procedure, visible, attached),
    summary: summaryOf(procedure.form, draft.answers, ctx.language, lookups),
    fees: viewFees(feesOf(procedure, on, facts), facts),
    promised: promised as Date,
    receiverName: destination?.receiver.name ?? null,
    receiverHours: destination === undefined ? null : hours.week,
    sameDayUntil: limit.unit === 'within-day' ? hours.cutOff : null,
    ownerName: destination?.owner.name ?? null,
    writers: draft.writers,
    revision: draft.revision,
    savedAt: draft.savedAt,
    expiresAt: draft.expiresAt,
    missing: missingTogether(
      procedure.form,
      missingFrom(procedure, draft, attached, parseAnswers(procedure.form, draft.answers, lookups).places),
      named,
    ).concat(await stalePapers(ctx, draft.personId, procedure.papers, attached)),
    filedTogether: viewFiledTogether(procedure, draft, named),
  }
}

/** Who files together; null where nobody can. Pages that may be given away are those asked with these answers. */
function viewFiledTogether(
  procedure: Procedure & Required<Pick<Procedure, 'form'>>,
  draft: Draft,
  named: readonly CoApplicant[],
) {
  const { coApplicants } = procedure
  if (coApplicants === undefined) return null
  return {
    called: coApplicants.called,
    most: coApplicants.most,
    isAsked: isFiledTogether(procedure, draft.answers),
    isFirst: coApplicants.when === undefined,
    pages: visiblePages(procedure.form, draft.answers)
      .filter(({ id }) => coApplicants.pages.includes(id))
      .map(({ id, title }) => ({ id, title })),
    named: [...named],
  }
}

/** What stands between a draft and its filing. Papers are named `papers.<id>`, the place `place`. */
export function missingFrom(
  procedure: Procedure & Required<Pick<Procedure, 'form'>>,
  draft: Pick<Draft, 'place' | 'answers'>,
  attached: readonly { readonly paper: string }[],
  places: readonly ProblemPlace[],
): ProblemPlace[] {
  const missing = [...places]
  if (draft.place === null && needsPlace(procedure)) {
    missing.unshift({
      path: 'place',
      message: { vi: 'Chọn xã, phường, thị trấn nơi nộp', en: 'Choose the commune where it is filed' },
    })
  }
  for (const paper of requiredPapers(procedure.papers, visibleAnswers(procedure.form, draft.answers))) {
    if (attached.some((one) => one.paper === paper.id)) continue
    missing.push({
      path: `papers.${paper.id}`,
      message: { vi: `Còn thiếu: ${paper.name.vi}`, en: `Missing: ${paper.name.en}` },
    })
  }
  return missing
}
