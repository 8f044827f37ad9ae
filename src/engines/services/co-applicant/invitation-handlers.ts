import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { coApplicantsOf, confirmAsRead, decline } from './co-applicant.ts'
import { noteDraft } from './co-applicant-handlers.ts'
import type { coApplicantContract } from '../contract/co-applicant.ts'
import { servicesProblems } from '../contract/problems.ts'
import { getEndedInvitation } from './ended-invitation.ts'
import { getInvitation, invitationsOf } from './invitation.ts'
import { missingOnOwnPage, viewInvitation } from './invitation-view.ts'
import { readDraft, versionInForce } from '../draft/open-draft.ts'
import { pageAlone } from '../applicant/own-page.ts'
import type { ServicesParts } from '../parts.ts'
import { tellWriter } from './tell-co-applicants.ts'
import { writePage } from '../draft/write-page.ts'

type Names =
  | 'listInvitations'
  | 'getInvitation'
  | 'getEndedInvitation'
  | 'saveInvitedPage'
  | 'confirmInvitation'
  | 'declineInvitation'

/** What somebody named in an application does with it: reads it, answers their page, confirms or declines. */
export const invitationHandlers = (parts: ServicesParts): Pick<Handlers<typeof coApplicantContract>, Names> => ({
  listInvitations: (ctx) => invitationsOf(ctx),

  async getInvitation(ctx, { id }) {
    const invitation = await getInvitation(ctx, id)
    const { procedure } = await versionInForce(ctx, invitation.versionId)
    const named = await coApplicantsOf(ctx.tx, procedure, invitation.id)
    noteDraft(
      ctx,
      invitation,
      named.map((one) => one.personId),
    )
    return viewInvitation(ctx, parts, invitation, named)
  },

  getEndedInvitation: (ctx, { id }) => getEndedInvitation(ctx, id),

  async saveInvitedPage(ctx, { id, ...sent }) {
    const invitation = await getInvitation(ctx, id, true)
    const { page } = invitation
    if (page === null) fail('notFound')
    noteDraft(ctx, invitation, [ctx.actor.person ?? null])
    const opened = await readDraft(ctx, invitation)
    const saved = await writePage(ctx, parts, opened, { page, ...sent })
    return { ...saved, answers: pageAlone(opened.procedure.form, page, saved.answers).answers }
  },

  async confirmInvitation(ctx, { id, seen, declared, words }) {
    const invitation = await getInvitation(ctx, id, true)
    const { procedure } = await versionInForce(ctx, invitation.versionId)
    if (!declared) throw new Problem('mustDeclare', servicesProblems.mustDeclare)
    const missing = await missingOnOwnPage(ctx, parts, invitation)
    if (missing.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places: missing })
    if (!(await confirmAsRead(ctx, id, seen, words || null)))
      throw new Problem('applicationChanged', servicesProblems.applicationChanged)
    noteDraft(ctx, invitation, [ctx.actor.person ?? null])
    await tellWriter(ctx, parts, procedure, invitation, { invitation: id, answer: 'confirmed', digest: seen })
    return { state: 'confirmed' as const }
  },

  async declineInvitation(ctx, { id, words }) {
    const invitation = await getInvitation(ctx, id, true)
    const { procedure } = await versionInForce(ctx, invitation.versionId)
    await decline(ctx, id, words)
    noteDraft(ctx, invitation, [ctx.actor.person ?? null])
    await tellWriter(ctx, parts, procedure, invitation, { invitation: id, answer: 'declined', digest: invitation.seen })
    return { state: 'declined' as const }
  },
})
