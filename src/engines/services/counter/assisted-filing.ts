import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { findPersonByNumber } from '#engines/directory/index.ts'
import { applicantOf, askedPapers, readTyped } from './application-at-counter.ts'
import { recordAssistance } from './assistance.ts'
import { filedTogetherHere, wrongTogether } from '../co-applicant/co-applicant-at-counter.ts'
import type { counterContract } from '../contract/counter.ts'
import { servicesProblems } from '../contract/problems.ts'
import { overfullPapers } from './draft-scans.ts'
import { endCounterDraft, lockDraftToFile } from './counter-draft.ts'
import { enterpriseNameIn } from '../draft/draft-handlers.ts'
import { destinationOf, missingFrom } from '../draft/draft-view.ts'
import { fileDossier } from '../dossier/file-dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { viewReceipt } from './receipt.ts'
import { receptionOf } from './reception.ts'
import { mustBeSamePerson } from '../co-applicant/same-person.ts'

/**
 * Files online in the name of whoever stands at the counter: theirs in every way, as if they had sent it themselves, and marked with
 * who helped. It goes to the counter of its place, which answers within eight working hours as ever.
 */
export const fileAssisted =
  (parts: ServicesParts): Handlers<typeof counterContract>['fileAssisted'] =>
  async (ctx, input) => {
    const draft = await lockDraftToFile(ctx, input.draftId)
    const current = await getProcedure(ctx.tx, input.code, dateAt(ctx.now()))
    const { procedure, counter, place } = await receptionOf(ctx, current.procedure, { ...input, channel: 'online' })
    const parsed = await readTyped(ctx, parts, procedure, input)
    const given = input.papers.filter((one) => one.fileIds.length > 0)
    const missing = [
      ...missingFrom(procedure, { place, answers: { ...parsed.answers } }, given, parsed.places),
      ...overfullPapers(procedure.papers, given),
      ...wrongTogether(procedure, parsed.answers, input),
    ]
    if (missing.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places: missing })
    if (input.confirmed === undefined) throw new Problem('mustDeclare', servicesProblems.mustDeclare)
    const destination = await destinationOf(ctx, procedure, place)
    if (destination === undefined) throw new Problem('placeNeeded', servicesProblems.placeNeeded)
    const papers = await askedPapers(ctx, procedure, parsed.answers, given, draft)
    const known = await findPersonByNumber(ctx.tx, input.applicant.personalId)
    await mustBeSamePerson(ctx.tx, known, input.applicant.fullName, 'applicant.personalId')
    const coApplicants = await filedTogetherHere(ctx, input.coApplicants)
    const person = await applicantOf(ctx, input.applicant)
    const { dossier, ...owed } = await fileDossier(ctx, {
      versionId: current.versionId,
      procedure,
      channel: 'online',
      helpedAt: counter,
      applicant: { ...input.applicant, id: person, name: input.applicant.fullName },
      submitterId: person,
      enterpriseName: input.enterpriseName ?? enterpriseNameIn(parsed.answers),
      ...destination,
      place,
      answers: { ...parsed.answers },
      papers,
      coApplicants,
    })
    await recordAssistance(ctx, dossier, counter, input.confirmed)
    await endCounterDraft(ctx, draft)
    return viewReceipt(ctx, parts, dossier, owed)
  }
