import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, holdsOn } from '#values/plain-date.ts'
import { deadlineOf, workingTimeNow } from '#engines/calendar/index.ts'
import { createPerson, findPersonByNumber, getUnit, updateContact } from '#engines/directory/index.ts'
import { getUsableFile, keepFiles } from '#engines/files/index.ts'
import { papersFor, parseAnswers, requiredPapers, visibleAnswers } from '#engines/forms/contract.ts'
import { actAsOfficial } from './act.ts'
import type { counterContract } from './contract/counter.ts'
import { servicesProblems } from './contract/problems.ts'
import type { Procedure } from './declare.ts'
import { lockDossier } from './dossier.ts'
import { enterpriseNameIn } from './draft-handlers.ts'
import { fileDossier } from './file-dossier.ts'
import { handoversOf, makeHandover, readyForHandover, takeHandover } from './handover.ts'
import { checkPaperFile } from './paper-file.ts'
import type { ServicesParts } from './parts.ts'
import { payFee } from './pay-fee.ts'
import { ownerOf } from './place.ts'
import { printDossierBook, printHandover } from './print/dossier-sheets.ts'
import { feesOf, getProcedure, isComplete, timeLimitOf } from './procedure.ts'
import { viewReceipt } from './receipt.ts'
import { viewDays, viewFees, viewPapers } from './view.ts'

/** What a one-stop counter does. The counter is the unit of the officer's post: it decides where a dossier is received. */
export const counterHandlers = (parts: ServicesParts): Handlers<typeof counterContract> => ({
  async prepareReception(ctx, { code }) {
    const { procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
    mustBeReceivable(ctx, procedure)
    const { counter, owner } = await counterFor(ctx, procedure)
    const on = dateAt(ctx.now())
    const facts = { answers: {}, channel: 'counter', place: counter.areaCode }
    const limit = timeLimitOf(procedure, on, facts)
    const workingTime = await workingTimeNow(ctx.tx)
    return {
      code,
      name: procedure.name,
      ownerName: owner.name,
      form: procedure.form,
      papers: await viewPapers(ctx.tx, procedure, {}, []),
      fees: viewFees(feesOf(procedure, on, facts)),
      promised: deadlineOf(workingTime, { start: ctx.now(), limit, stops: [] }).at as Date,
      days: viewDays(workingTime, ctx.now(), limit, [], ctx.now()),
      receiverName: counter.name,
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
    }
  },

  async receiveAtCounter(ctx, input) {
    const { versionId, procedure } = await getProcedure(ctx.tx, input.code, dateAt(ctx.now()))
    mustBeReceivable(ctx, procedure)
    const { counter, owner } = await counterFor(ctx, procedure)
    const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
    const parsed = parseAnswers(
      procedure.form,
      input.post === undefined ? (input.answers ?? {}) : new URLSearchParams(input.post),
      lookups,
    )
    const visible = visibleAnswers(procedure.form, parsed.answers)
    const given = new Set([
      ...input.papers.filter((one) => one.fileIds.length > 0).map((one) => one.paper),
      ...input.paperOnly,
    ])
    const missing = requiredPapers(procedure.papers, visible)
      .filter((paper) => !given.has(paper.id))
      .map((paper) => ({
        path: `papers.${paper.id}`,
        message: { vi: `Còn thiếu: ${paper.name.vi}`, en: `Missing: ${paper.name.en}` },
      }))
    const places = [...parsed.places, ...missing]
    if (places.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places })
    const papers = await checkedPapers(ctx, procedure, visible, input.papers)
    const person = await applicantOf(ctx, input.applicant)
    const filed = await fileDossier(ctx, {
      versionId,
      procedure,
      channel: input.channel,
      applicant: { id: person, name: input.applicant.fullName, phone: input.applicant.phone ?? null },
      submitterId: person,
      enterpriseName: input.enterpriseName ?? enterpriseNameIn(parsed.answers),
      receiver: counter,
      owner,
      place: counter.areaCode,
      answers: { ...parsed.answers },
      papers,
    })
    // At the counter the officer has looked the papers through: filing and formal reception are one act.
    const received = await actAsOfficial(ctx, await lockDossier(ctx.tx, filed.id), {
      action: 'complete',
      step: procedure.process.start,
    })
    for (const paid of input.paidFees) await payFee(ctx, received, paid.fee, paid.method)
    return viewReceipt(ctx, parts, received)
  },

  listReadyForHandover: (ctx) => readyForHandover(ctx),
  makeHandover: (ctx, { toUnitId, dossierIds }) => makeHandover(ctx, toUnitId, dossierIds),
  listHandovers: (ctx) => handoversOf(ctx),
  takeHandover: (ctx, { id }) => takeHandover(ctx, id),
  printHandover: (ctx, { id }) => printHandover(ctx, parts, id),
  printDossierBook: (ctx, period) => printDossierBook(ctx, parts, period),
})

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

function mustBeReceivable(ctx: Context, procedure: Procedure): asserts procedure is Complete {
  if (!isComplete(procedure)) throw new Problem('notComplete', servicesProblems.notComplete)
  if (!holdsOn(procedure.effective, dateAt(ctx.now())))
    throw new Problem('procedureEnded', servicesProblems.procedureEnded)
}

/** The officer's own counter, if it may take this procedure in, and the body that decides there. */
async function counterFor(ctx: Context, procedure: Complete) {
  const on = dateAt(ctx.now())
  const { post } = ctx.actor
  if (post === undefined) fail('forbidden')
  const counter = await getUnit(ctx.tx, post.unitId, on)
  if (counter.kind !== 'one-stop' || !procedure.receivedAt.includes(counter.tier)) {
    throw new Problem('notHere', servicesProblems.notHere)
  }
  return { counter, owner: await ownerOf(ctx.tx, procedure.owner, counter.areaCode, on) }
}

async function checkedPapers(
  ctx: Context,
  procedure: Complete,
  visible: Readonly<Record<string, unknown>>,
  given: readonly { readonly paper: string; readonly fileIds: readonly string[] }[],
) {
  const declared = new Map(papersFor(procedure.papers, visible).map((paper) => [paper.id, paper]))
  const papers: { paper: string; position: number; fileId: string }[] = []
  for (const { paper, fileIds } of given) {
    const known = declared.get(paper) ?? fail('notFound')
    for (const [position, fileId] of fileIds.entries()) {
      checkPaperFile(known, await getUsableFile(ctx, fileId))
      papers.push({ paper, position, fileId })
    }
  }
  await keepFiles(
    ctx.tx,
    papers.map((one) => one.fileId),
  )
  return papers
}

type Applicant = Parameters<Handlers<typeof counterContract>['receiveAtCounter']>[1]['applicant']

/** Who stands at the counter: known by their number, or new. What they say of phone and home today replaces what was known. */
async function applicantOf(ctx: Context, given: Applicant): Promise<string> {
  const known = await findPersonByNumber(ctx.tx, given.personalId)
  if (known === undefined) return createPerson(ctx.tx, given)
  await updateContact(ctx.tx, known.id, {
    phone: given.phone ?? known.phone,
    email: given.email ?? known.email,
    residence: given.residence ?? known.residence,
  })
  return known.id
}
