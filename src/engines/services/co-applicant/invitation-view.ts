import type { Context } from '#kernel/operations/context.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { findArea, getPerson } from '#engines/directory/index.ts'
import { fieldAt, parseAnswers, summaryOf, visibleAnswers } from '#engines/forms/contract.ts'
import type { CoApplicant } from './co-applicant.ts'
import { draftPapers } from '../draft/draft.ts'
import { missingFrom } from '../draft/draft-view.ts'
import type { Invitation } from './invitation.ts'
import { versionInForce } from '../draft/open-draft.ts'
import { filledFrom, pageAlone } from '../applicant/own-page.ts'
import type { ServicesParts } from '../parts.ts'
import { isComplete } from '../procedure/procedure.ts'
import { viewPapers } from '../dossier/view.ts'

/** The whole application as somebody named in it reads it: all but what only its writer does. */
export async function viewInvitation(
  ctx: Context,
  parts: ServicesParts,
  invitation: Invitation,
  named: readonly CoApplicant[],
) {
  const { procedure } = await versionInForce(ctx, invitation.versionId)
  const { coApplicants } = procedure
  if (!isComplete(procedure) || coApplicants === undefined) throw new Error(`invitation to ${procedure.code}: no form`)
  const { form } = procedure
  const on = dateAt(ctx.now())
  const lookups = await parts.lookups.on(ctx.tx, on)
  const attached = await draftPapers(ctx.tx, invitation.id)
  const { places } = parseAnswers(form, invitation.answers, lookups)
  const me = { ...(await getPerson(ctx.tx, ctx.actor.person as string)) }
  const own = form.pages.find((page) => page.id === invitation.page)
  return {
    id: invitation.invitationId,
    code: procedure.code,
    procedureName: procedure.everydayName ?? procedure.name,
    applicantName: (await getPerson(ctx.tx, invitation.personId)).fullName,
    called: coApplicants.called,
    state: invitation.state,
    seen: invitation.seen,
    summary: summaryOf(form, invitation.answers, ctx.language, lookups),
    papers: await viewPapers(ctx.tx, procedure, visibleAnswers(form, invitation.answers), attached),
    placeName:
      invitation.place === null ? null : ((await findArea(ctx.tx, invitation.place, on))?.name ?? invitation.place),
    others: named.filter((one) => one.id !== invitation.invitationId).map(({ name, state }) => ({ name, state })),
    own:
      own === undefined
        ? null
        : {
            page: own.id,
            title: own.title,
            ...pageAlone(form, own.id, filledFrom(me, form, own.id, invitation.answers)),
            writer: invitation.writers[own.id] ?? '',
            missing: onPage(form, own.id, places),
          },
    missing: missingFrom(procedure, invitation, attached, places).length,
    expiresAt: invitation.expiresAt,
  }
}

/** What the page of somebody named still lacks; nothing without a page. */
export async function missingOnOwnPage(
  ctx: Context,
  parts: ServicesParts,
  { versionId, answers, page }: Invitation,
): Promise<ProblemPlace[]> {
  const { form } = (await versionInForce(ctx, versionId)).procedure
  if (form === undefined || page === null) return []
  return onPage(form, page, parseAnswers(form, answers, await parts.lookups.on(ctx.tx, dateAt(ctx.now()))).places)
}

const onPage = (form: Parameters<typeof fieldAt>[0], page: string, places: readonly ProblemPlace[]): ProblemPlace[] =>
  places.filter(({ path }) => fieldAt(form, path)?.page.id === page)
