import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { getEnterprise, getPerson, type EnterpriseRow, type PersonRow } from '#engines/directory/index.ts'
import { filesByIds, forgetPlace, getUsableFile } from '#engines/files/index.ts'
import { mostFiles, parseAnswers, papersFor, prefill, visibleAnswers, visiblePages } from '#engines/forms/contract.ts'
import type { applicantContract } from '../contract/applicant.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import { asFiledTogether, coApplicantsOf, isGivenAway, missingTogether, namedIn } from '../co-applicant/co-applicant.ts'
import { noteDraft } from '../co-applicant/co-applicant-handlers.ts'
import {
  addDraftPaper,
  createDraft,
  deleteDraft,
  draftPapers,
  endDraft,
  findDraft,
  removeDraftPaper,
  saveDraft,
  writerOf,
} from './draft.ts'
import { destinationOf, missingFrom, needsPlace, viewDraft, type Destination } from './draft-view.ts'
import { endInvitations } from '../co-applicant/ended-invitation.ts'
import { lockOwnDossier } from '../applicant/own-dossier.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { letFile, noteRepresented } from '../dossier/represented.ts'
import { fileBundle } from '../bundle/file-bundle.ts'
import { fileDossier } from '../dossier/file-dossier.ts'
import { mustStartMembers } from '../bundle/members-of.ts'
import { mustBeFiledOnline } from './filed-online.ts'
import { checkPaperFile } from './paper-file.ts'
import { openDraft, readDraft } from './open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { correctionsOf, takenFor, tellCorrections } from '../known/corrections.ts'
import { uploaded } from '../reuse/provenance.ts'
import { viewReceipt } from '../counter/receipt.ts'
import { tellOfChange } from '../co-applicant/tell-co-applicants.ts'
import { writePage } from './write-page.ts'
import { mustBeAttended } from '../work/addressee.ts'

type Names =
  | 'listWhomToFileFor'
  | 'startDraft'
  | 'getDraft'
  | 'savePage'
  | 'choosePlace'
  | 'addPaper'
  | 'removePaper'
  | 'submitDraft'
  | 'discardDraft'

/** Writing and sending an application. Every handler works on the caller's own draft only. */
export const draftHandlers = (parts: ServicesParts): Pick<Handlers<typeof applicantContract>, Names> => ({
  async listWhomToFileFor(ctx, { code }) {
    const { procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
    const asksEnterprise = procedure.form?.pages.some(({ fields }) =>
      fields.some((field) => field.prefill?.startsWith('enterprise')),
    )
    return letFile(ctx.actor, procedure.code)
      .filter(({ kind }) => kind === 'person' || asksEnterprise)
      .map(({ id, name }) => ({ id, name }))
  },

  async startDraft(ctx, { code, onBehalfOf }) {
    const { versionId, procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
    mustBeFiledOnline(ctx, procedure)
    await mustStartMembers(ctx, procedure)
    const destination = await destinationOf(ctx, procedure, null)
    if (destination !== undefined) await mustReachSomebody(ctx, procedure, destination, null)
    const { person, enterprise } = await applicantOf(ctx, onBehalfOf, procedure)
    const answers = prefill(procedure.form, { person: person as never, enterprise: enterprise as never })
    const draft = await createDraft(ctx, {
      personId: person.id,
      enterpriseId: enterprise?.id,
      versionId,
      place: null,
      answers,
    })
    const first = visiblePages(procedure.form, answers)[0]?.id
    const asksWho = procedure.coApplicants !== undefined && procedure.coApplicants.when === undefined
    return {
      id: draft.id,
      firstPage: needsPlace(procedure) ? 'place' : asksWho ? 'nguoi-cung-nop' : (first ?? 'papers'),
    }
  },

  getDraft: async (ctx, { id }) => viewDraft(ctx, parts, await openDraft(ctx, id)),

  async savePage(ctx, { id, ...written }) {
    const opened = await openDraft(ctx, id, true)
    if (isGivenAway(await coApplicantsOf(ctx.tx, opened.procedure, id), written.page))
      throw new Problem('pageTaken', servicesProblems.pageTaken)
    return writePage(ctx, parts, opened, written)
  },

  async choosePlace(ctx, { id, place }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const destination = await destinationOf(ctx, procedure, place)
    if (destination === undefined) throw new Problem('placeNeeded', servicesProblems.placeNeeded)
    await mustReachSomebody(ctx, procedure, destination, place)
    await saveDraft(ctx, id, { answers: draft.answers, place })
    await tellOfChange(ctx, parts, procedure, draft)
    return { receiverName: destination.receiver.name, ownerName: destination.owner.name }
  },

  async addPaper(ctx, { id, paper, fileId }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const declared = papersFor(procedure.papers, draft.answers).find((one) => one.id === paper)
    if (declared === undefined || declared.generated) fail('notFound')
    checkPaperFile(declared, await getUsableFile(ctx, fileId))
    const before = (await draftPapers(ctx.tx, id)).filter((one) => one.paper === paper)
    if (before.length >= mostFiles(declared)) throw new Problem('paperFull', servicesProblems.paperFull)
    if (!before.some((one) => one.fileId === fileId)) await addDraftPaper(ctx.tx, id, paper, { fileId, ...uploaded })
    await forgetPlace(ctx.tx, fileId)
    await saveDraft(ctx, id, { answers: draft.answers })
    await tellOfChange(ctx, parts, procedure, draft)
    const now = (await draftPapers(ctx.tx, id)).filter((one) => one.paper === paper)
    return {
      files: await filesByIds(
        ctx.tx,
        now.map((one) => one.fileId),
      ),
    }
  },

  async removePaper(ctx, { id, fileId }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const removed = (await removeDraftPaper(ctx.tx, id, fileId)) > 0
    await tellOfChange(ctx, parts, procedure, draft)
    return { removed }
  },

  async submitDraft(ctx, { id, declared, version }) {
    const [own, attached, person, inDraft, taken] = await Promise.all([
      findDraft(ctx, id, true),
      draftPapers(ctx.tx, id),
      writerOf(ctx.tx, id),
      namedIn(ctx.tx, id),
      takenFor(ctx.tx, id),
    ])
    // Sent before, from another tab or long ago: whoever sent it is led to its receipt.
    if (own === undefined || person === undefined) return receiptOf(ctx, parts, await lockOwnDossier(ctx, id))
    const { draft, procedure, versionId } = await readDraft(ctx, own)
    mustBeFiledOnline(ctx, procedure)
    if ((version ?? draft.versionId) !== versionId)
      throw new Problem('procedureChanged', servicesProblems.procedureChanged)
    const lookups = await parts.lookups.on(ctx.tx, dateAt(ctx.now()))
    const parsed = parseAnswers(procedure.form, draft.answers, lookups)
    const named = procedure.coApplicants === undefined ? [] : inDraft
    const missing = missingTogether(procedure.form, missingFrom(procedure, draft, attached, parsed.places), named)
    if (missing.length > 0) throw new Problem('incomplete', servicesProblems.incomplete, { places: missing })
    if (!declared) throw new Problem('mustDeclare', servicesProblems.mustDeclare)
    const asked = papersFor(procedure.papers, visibleAnswers(procedure.form, parsed.answers)).map((paper) => paper.id)
    const papers = attached.filter((one) => asked.includes(one.paper))
    const filing = {
      id,
      channel: 'online' as const,
      applicant: { ...person, name: person.fullName },
      submitterId: ctx.actor.person as string,
      enterpriseName: enterpriseNameIn(parsed.answers),
      enterpriseId: draft.enterpriseId,
      place: draft.place,
      answers: { ...parsed.answers },
      papers,
    }
    const corrections = correctionsOf(draft, taken)
    if (procedure.bundle !== undefined) {
      const leading = await fileBundle(ctx, parts, procedure, filing)
      await tellCorrections(ctx, leading.id, procedure.form, corrections)
      noteRepresented(ctx, leading)
      await endDraft(ctx, id)
      return viewReceipt(ctx, parts, leading)
    }
    const destination = await destinationOf(ctx, procedure, draft.place)
    if (destination === undefined) throw new Problem('placeNeeded', servicesProblems.placeNeeded)
    const { dossier, ...owed } = await fileDossier(ctx, {
      ...filing,
      versionId,
      procedure,
      ...destination,
      coApplicants: named.map(asFiledTogether),
    })
    await tellCorrections(ctx, dossier.id, procedure.form, corrections)
    noteRepresented(ctx, dossier)
    await endDraft(ctx, id)
    return viewReceipt(ctx, parts, dossier, owed)
  },

  async discardDraft(ctx, { id }) {
    const draft = await findDraft(ctx, id, true)
    if (draft === undefined) return { discarded: false }
    noteDraft(ctx, draft, await endInvitations(ctx, parts, draft, 'discarded'))
    return { discarded: (await deleteDraft(ctx, id)) > 0 }
  },
})

interface Applicant {
  readonly person: PersonRow
  readonly enterprise?: EnterpriseRow
}

/** Whose application it will be: the caller's, or of who lets them file this; these see that it was begun with their data. */
async function applicantOf(ctx: Context, onBehalfOf: string | undefined, procedure: Procedure): Promise<Applicant> {
  const me = ctx.actor.person as string
  if (onBehalfOf === undefined) return { person: await getPerson(ctx.tx, me) }
  const represented = letFile(ctx.actor, procedure.code).find(({ id }) => id === onBehalfOf)
  if (represented === undefined) throw new Problem('notLetDo', servicesProblems.notLetDo)
  const { kind, id, name } = represented
  const facts = { onBehalf: name, procedure: procedure.code }
  ctx.note({ objectType: kind, objectId: id, subjects: kind === 'person' ? [id] : [], facts })
  return kind === 'person'
    ? { person: await getPerson(ctx.tx, id) }
    : { person: await getPerson(ctx.tx, me), enterprise: await getEnterprise(ctx.tx, id) }
}

function receiptOf(ctx: Context, parts: ServicesParts, dossier: Dossier) {
  ctx.note({ objectType: 'dossier', objectId: dossier.id, subjects: [dossier.applicantId] })
  return viewReceipt(ctx, parts, dossier)
}

type Complete = Procedure & Required<Pick<Procedure, 'form' | 'process'>>

/** Said as soon as it is known where an application goes: nobody fills in what would come to nobody. */
const mustReachSomebody = (ctx: Context, procedure: Complete, to: Destination, place: string | null): Promise<void> =>
  mustBeAttended(
    ctx.tx,
    procedure,
    { receiverId: to.receiver.id, ownerId: to.owner.id, place, procedureCode: procedure.code },
    dateAt(ctx.now()),
  )

/** The name of the enterprise that the answers speak for, if any field of that type does. */
export function enterpriseNameIn(answers: Readonly<Record<string, unknown>>): string | undefined {
  for (const value of Object.values(answers)) {
    if (
      typeof value === 'object' &&
      value !== null &&
      'code' in value &&
      'name' in value &&
      typeof value.name === 'string'
    )
      return value.name
  }
  return undefined
}
