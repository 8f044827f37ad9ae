import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { tidy } from '#values/text.ts'
import { getPerson } from '#engines/directory/index.ts'
import { visiblePages } from '#engines/forms/contract.ts'
import { coApplicantsOf, deleteCoApplicant, insertCoApplicant } from './co-applicant.ts'
import type { coApplicantContract } from '../contract/co-applicant.ts'
import { isFiledTogether } from '../contract/co-applicant-here.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Draft } from '../draft/draft.ts'
import { endInvitations } from './ended-invitation.ts'
import type { ServicesParts } from '../parts.ts'
import { openDraft } from '../draft/open-draft.ts'
import { isComplete } from '../procedure/procedure.ts'
import { tellInvited, tellOfChange } from './tell-co-applicants.ts'

type Names = 'nameCoApplicant' | 'removeCoApplicant'

/** Whoever writes an application says who files it with them; on their own draft only. */
export const coApplicantHandlers = (parts: ServicesParts): Pick<Handlers<typeof coApplicantContract>, Names> => ({
  async nameCoApplicant(ctx, { id, page = null, phone = null, email = null, ...given }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const declared = procedure.coApplicants
    if (declared === undefined || !isComplete(procedure) || !isFiledTogether(procedure, draft.answers)) fail('notFound')
    if (phone === null && email === null) throw wrong('phone', 'contactNeeded')
    if (page !== null && !mayAnswer(declared.pages, visiblePages(procedure.form, draft.answers), page)) fail('notFound')
    const named = await coApplicantsOf(ctx.tx, procedure, id)
    if (named.length >= declared.most) throw new Problem('coApplicantsFull', servicesProblems.coApplicantsFull)
    if ((await getPerson(ctx.tx, draft.personId)).personalId === given.personalId)
      throw wrong('personalId', 'coApplicantIsWriter')
    if (named.some((one) => one.personalId === given.personalId)) throw wrong('personalId', 'coApplicantTwice')
    if (page !== null && named.some((one) => one.page === page)) throw wrong('page', 'pageTaken')
    const name = tidy(given.name)
    const coApplicantId = await insertCoApplicant(ctx, id, { ...given, name, page, phone, email })
    const known =
      (await coApplicantsOf(ctx.tx, procedure, id)).find((one) => one.id === coApplicantId) ?? fail('notFound')
    const { isTold, left } = await tellInvited(ctx, parts, procedure, draft, known)
    ctx.allow('invitations', left)
    if (!isTold) fail('tooMany', { retryAfterSeconds: left.resetSeconds })
    await tellOfChange(ctx, parts, procedure, draft)
    noteDraft(ctx, draft, [known.personId])
    return { coApplicantId }
  },

  async removeCoApplicant(ctx, { id, coApplicantId }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const named = (await coApplicantsOf(ctx.tx, procedure, id)).find((one) => one.id === coApplicantId)
    if (named === undefined) return { removed: false }
    await endInvitations(ctx, parts, draft, 'taken-out', coApplicantId)
    await deleteCoApplicant(ctx.tx, id, coApplicantId)
    await tellOfChange(ctx, parts, procedure, draft)
    noteDraft(ctx, draft, [named.personId])
    return { removed: true }
  },
})

/** Whether a page may be given to a co-applicant: declared as such, and asked with these answers. */
const mayAnswer = (declared: readonly string[], asked: readonly { readonly id: string }[], page: string): boolean =>
  declared.includes(page) && asked.some((one) => one.id === page)

const wrong = (path: string, code: 'contactNeeded' | 'coApplicantIsWriter' | 'coApplicantTwice' | 'pageTaken') =>
  new Problem(code, servicesProblems[code], { places: [{ path, message: servicesProblems[code].message }] })

/** Writes into the trail whose application it is and who else is concerned. */
export const noteDraft = (
  ctx: Context,
  draft: Pick<Draft, 'id' | 'personId'>,
  others: readonly (string | null)[],
): void =>
  ctx.note({
    objectType: 'draft',
    objectId: draft.id,
    subjects: [draft.personId, ...others.filter((one) => one !== null)],
  })
