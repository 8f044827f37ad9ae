import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { findPersonByNumber, type UnitRow } from '#engines/directory/index.ts'
import { actAsOfficial } from '../work/act.ts'
import { applicantOf, askedPapers, missingPapers, readTyped } from './application-at-counter.ts'
import { fileAssisted } from './assisted-filing.ts'
import { filedTogetherHere, wrongTogether } from '../co-applicant/co-applicant-at-counter.ts'
import type { counterContract } from '../contract/counter.ts'
import { servicesProblems } from '../contract/problems.ts'
import { hasUnseenAccount } from '#engines/identity/index.ts'
import { countersOf, mustBeReceivable, receptionAt } from './counter.ts'
import { endCounterDraft, lockDraftToFile } from './counter-draft.ts'
import { enterpriseNameIn } from '../draft/draft-handlers.ts'
import { needsPlace } from '../draft/draft-view.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { visibleDossiers } from '../dossier/dossier-access.ts'
import { resultAddress } from '../dossier/result-address.ts'
import { fileDossier } from '../dossier/file-dossier.ts'
import { handoversOf, makeHandover, readyForHandover, takeHandover } from './handover.ts'
import type { ServicesParts } from '../parts.ts'
import { pictureReceipt } from './picture-receipt.ts'
import { payFee } from './pay-fee.ts'
import { printHandover } from '../print/dossier-sheets.ts'
import { printDossierBook } from '../print/print-book.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { viewReceipt } from './receipt.ts'
import { receptionOf, whatFollows } from './reception.ts'
import { viewPaper } from '../dossier/view.ts'

/** What a one-stop counter does. Each of the officer's posts may give one; the counter decides where a dossier is received. */
export const counterHandlers = (parts: ServicesParts): Handlers<typeof counterContract> => ({
  listCounters: async (ctx) => (await countersOf(ctx)).map(viewCounter),

  async prepareReception(ctx, { code, ...asked }) {
    const inForce = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
    const reception = await receptionOf(ctx, inForce.procedure, asked)
    const { procedure, counter, counters, owner } = reception
    return {
      code,
      name: procedure.name,
      ownerName: owner?.name ?? null,
      form: procedure.form,
      papers: procedure.papers.map((paper) => ({ ...viewPaper(paper), when: paper.when })),
      coApplicants: procedure.coApplicants ?? null,
      ...(await whatFollows(ctx, reception, {})),
      counter: viewCounter(counter),
      counters: counters.map(viewCounter),
      needsPlace: asked.channel === 'online' && needsPlace(procedure),
    }
  },

  async findApplicant(ctx, { personalId }) {
    const person = await findPersonByNumber(ctx.tx, personalId)
    if (person === undefined) return null
    ctx.note({ objectType: 'person', objectId: person.id, subjects: [person.id] })
    return {
      id: person.id,
      fullName: person.fullName,
      birthDate: person.birthDate ?? undefined,
      sex: person.sex ?? undefined,
      personalId,
      phone: person.phone ?? undefined,
      email: person.email ?? undefined,
      residence: person.residence ?? undefined,
      accountUnseen: await hasUnseenAccount(ctx.tx, person.id),
    }
  },

  async listResultAddresses(ctx, { dossierIds }) {
    const sent: { dossier: Dossier; address: string }[] = []
    for (const dossier of await visibleDossiers(ctx, dossierIds)) {
      const address = await resultAddress(ctx, parts, dossier)
      if (address !== null) sent.push({ dossier, address })
    }
    ctx.note({
      objectType: 'dossier-list',
      objectId: 'result-addresses',
      subjects: sent.flatMap(({ dossier }) => subjectsOf(dossier)),
      facts: { rows: sent.length },
    })
    return sent.map(({ dossier, address }) => ({ dossierId: dossier.id, address }))
  },

  async receiveAtCounter(ctx, input) {
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
      ...wrongTogether(procedure, parsed.answers, input),
    ]
    if (places.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places })
    const papers = await askedPapers(ctx, procedure, parsed.answers, given, draft)
    const coApplicants = await filedTogetherHere(ctx, input.coApplicants)
    const person = await applicantOf(ctx, input.applicant)
    const { dossier: filed } = await fileDossier(ctx, {
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
    // At the counter the officer has looked the papers through: filing and formal reception are one act.
    const received = await actAsOfficial(ctx, filed, {
      action: 'complete',
      step: procedure.process.start,
    })
    for (const paid of input.paidFees) await payFee(ctx, received, paid.fee, paid.method)
    await endCounterDraft(ctx, draft)
    return viewReceipt(ctx, parts, received)
  },

  fileAssisted: fileAssisted(parts),

  pictureReceipt: pictureReceipt(parts),

  listReadyForHandover: (ctx) => readyForHandover(ctx),
  makeHandover: (ctx, { toUnitId, dossierIds }) => makeHandover(ctx, toUnitId, dossierIds),
  listHandovers: (ctx) => handoversOf(ctx),
  takeHandover: (ctx, { id }) => takeHandover(ctx, id),
  printHandover: (ctx, { id }) => printHandover(ctx, parts, id),
  printDossierBook: (ctx, { counterId, ...period }) => printDossierBook(ctx, parts, period, counterId),
})

const viewCounter = ({ id, name, tier, areaCode }: UnitRow) => ({ id, name, tier, areaCode })
