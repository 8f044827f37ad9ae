import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import type { counterContract } from '../contract/counter.ts'
import { servicesProblems } from '../contract/problems.ts'
import { decideExemptions } from '../fee/exemption.ts'
import { fileDossier } from '../dossier/file-dossier.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { actAsOfficial } from '../work/act.ts'
import { applicantOf, askedPapers, missingPapers, readTyped } from './application-at-counter.ts'
import { filedTogetherHere, wrongTogether } from '../co-applicant/co-applicant-at-counter.ts'
import { enterpriseNameIn } from '../draft/draft-handlers.ts'
import { mustBeReceivable, receptionAt } from './counter.ts'
import { endCounterDraft, lockDraftToFile } from './counter-draft.ts'
import { overfullPapers } from './draft-scans.ts'
import { payFee } from './pay-fee.ts'

type Application = Parameters<Handlers<typeof counterContract>['receiveAtCounter']>[1]

/** Files and receives in one act what was looked through at a counter; 422 with every place that is wrong or missing. */
export async function receiveAtCounter(ctx: Context, parts: ServicesParts, input: Application): Promise<Dossier> {
  const draft = await lockDraftToFile(ctx, input.draftId)
  const { versionId, procedure } = await getProcedure(ctx.tx, input.code, dateAt(ctx.now()))
  mustBeReceivable(ctx, procedure)
  const { counter, owner } = await receptionAt(ctx, procedure, input.counterId)
  const parsed = await readTyped(ctx, parts, procedure, input)
  const given = input.papers.filter((one) => one.fileIds.length > 0)
  const brought = new Set([...given.map((one) => one.paper), ...input.paperOnly])
  const places = [
    ...parsed.places,
    ...missingPapers(procedure, parsed.answers, brought),
    ...overfullPapers(procedure.papers, given),
    ...wrongTogether(procedure, parsed.answers, input),
  ]
  if (places.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places })
  const papers = await askedPapers(ctx, procedure, parsed.answers, given, draft)
  const coApplicants = await filedTogetherHere(ctx, input.coApplicants)
  const person = await applicantOf(ctx, input.applicant)
  const { dossier: filed, exemptions } = await fileDossier(ctx, {
    versionId,
    procedure,
    channel: input.channel,
    applicant: {
      ...input.applicant,
      id: person,
      name: input.applicant.fullName,
      phone: input.applicant.phone ?? null,
    },
    submitterId: person,
    enterpriseName: input.enterpriseName ?? enterpriseNameIn(parsed.answers),
    receiver: counter,
    owner,
    place: counter.areaCode,
    answers: { ...parsed.answers },
    papers,
    coApplicants,
  })
  // The officer has seen the proof and chosen the ground with the applicant before them.
  if (exemptions.length > 0) await decideExemptions(ctx, filed, { granted: true, isHere: true })
  // At the counter the officer has looked the papers through: filing and formal reception are one act.
  const received = await actAsOfficial(ctx, filed, {
    action: 'complete',
    step: procedure.process.start,
  })
  const waived = new Set(exemptions.filter(({ amount }) => amount === 0).map(({ fee }) => fee))
  for (const paid of input.paidFees.filter(({ fee }) => !waived.has(fee)))
    await payFee(ctx, received, paid.fee, paid.method)
  await endCounterDraft(ctx, draft)
  return received
}
