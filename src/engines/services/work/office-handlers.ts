import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { workingTimeAt } from '#engines/calendar/index.ts'
import { actAsOfficial, type OfficeAction } from './act.ts'
import { lockToAct } from './before-act.ts'
import { composeResult } from '../dossier/compose-result.ts'
import type { officeContract } from '../contract/office.ts'
import { servicesProblems } from '../contract/problems.ts'
import { subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { withDaysLeft } from '../deadline/listed-days-left.ts'
import { dossierAccess, getVisibleDossier, lockVisibleDossier, mayAdvise } from '../dossier/dossier-access.ts'
import { countDossiers, findDossiers, listDossiers, type ListedDossier } from '../dossier/dossier-list.ts'
import { exportDossiers } from '../dossier/export-dossiers.ts'
import { explainOwn } from '../access/explain-own.ts'
import { heldTasks } from './held-tasks.ts'
import { writeHistory } from '../dossier/history.ts'
import { nextWords } from '../dossier/next-words.ts'
import { viewForOffice } from './office-view.ts'
import { unitAtWork } from '../applicant/own-dossier.ts'
import type { ServicesParts } from '../parts.ts'
import { decideExemptions } from '../fee/exemption.ts'
import { recordObligation } from '../fee/obligation.ts'
import { mustBeTakenHere, payFee } from '../counter/pay-fee.ts'
import { printDossier } from '../print/dossier-sheets.ts'
import type { Procedure } from '../declare.ts'
import { procedureNameFor, procedureOf } from '../procedure/procedure.ts'
import { findResult, isDecided, mayWriteResult, saveResultDraft } from '../dossier/result.ts'
import { createSupplement, supplementDue, wordsOfPlace, type Pin } from '../dossier/supplement.ts'
import { getPaperText } from './paper-text.ts'
import { searchPapers } from './search-papers.ts'
import { rememberAct, rememberOpinion, undoAct } from './undo-act.ts'

/** What officials do with dossiers they may see; each step only by whom it is addressed to. */
export const officeHandlers = (parts: ServicesParts): Handlers<typeof officeContract> => ({
  async listDossiers(ctx, search) {
    const found = await listDossiers(ctx.tx, dossierAccess(ctx), search, dateAt(ctx.now()))
    ctx.note({
      objectType: 'dossier-list',
      objectId: search.view,
      facts: { text: search.text, procedure: search.procedure, rows: found.rows.length },
    })
    return { ...found, rows: await shown(ctx, found.rows) }
  },

  async findDossiers(ctx, { text, limit }) {
    const found = await findDossiers(ctx.tx, dossierAccess(ctx), text, limit, dateAt(ctx.now()))
    ctx.note({ objectType: 'dossier-list', objectId: 'found', facts: { text, rows: found.length } })
    return shown(ctx, found)
  },

  searchPapers: (ctx, search) => searchPapers(ctx, search),
  getPaperText: (ctx, asked) => getPaperText(ctx, asked),

  async countDossiers(ctx) {
    const workingTime = await workingTimeAt(ctx, ctx.actor.post?.unitId)
    const soon = workingTime.closingOf(workingTime.nextWorkingDay(dateAt(ctx.now())))
    return countDossiers(ctx.tx, dossierAccess(ctx), ctx.now(), soon)
  },

  exportDossiers: (ctx, { view }) => exportDossiers(ctx, view),

  async getDossier(ctx, { id }) {
    const dossier = await getVisibleDossier(ctx, id)
    ctx.note({ objectType: 'dossier', objectId: id, subjects: subjectsOf(dossier), facts: { code: dossier.code } })
    return viewForOffice(ctx, parts, dossier)
  },

  async act(ctx, { id, revision, act }) {
    const { dossier, before } = await lockToAct(ctx, id, revision, act.action)
    const after = await actAsOfficial(ctx, dossier, act, before)
    return { ...(await said(ctx, after)), undoUntil: await rememberAct(ctx, dossier, act, after, before.tasks) }
  },

  async undoAct(ctx, { id }) {
    return said(ctx, await undoAct(ctx, await lockVisibleDossier(ctx, id)))
  },

  async askSupplement(ctx, { id, revision, step, pins, basis, days }) {
    const act: OfficeAction = { action: 'supplement', step, pins }
    const { dossier, before } = await lockToAct(ctx, id, revision, act.action)
    const procedure = await procedureOf(ctx.tx, dossier)
    const named = pins.map((pin) => ({ ...pin, label: labelOf(procedure, pin.path) }))
    const due = supplementDue(await workingTimeAt(ctx, dossier.receiverId), ctx.now(), days)
    const after = await actAsOfficial(ctx, dossier, act, before)
    await createSupplement(ctx.tx, {
      dossierId: id,
      pins: named,
      basis: basis ?? null,
      askedAt: ctx.now(),
      askedBy: [ctx.actor.name, ctx.actor.post?.title, ctx.actor.post?.unit].filter(Boolean).join(', '),
      days,
      due,
    })
    return { due, revision: after.revision }
  },

  async addOpinion(ctx, { id, text }) {
    const dossier = await lockVisibleDossier(ctx, id)
    if (!(await mayAdvise(ctx, id))) fail('forbidden')
    await writeHistory(ctx, [{ dossierId: id, kind: 'opinion', words: { vi: text, en: text }, isPublic: false }])
    ctx.note({ objectType: 'dossier', objectId: id, facts: { code: dossier.code } })
    return { at: ctx.now(), undoUntil: await rememberOpinion(ctx, dossier) }
  },

  async saveResult(ctx, { id, template, revision, document }) {
    const dossier = await lockVisibleDossier(ctx, id)
    const procedure = await procedureOf(ctx.tx, dossier)
    if (!mayWriteResult(procedure, await heldTasks(ctx, id)))
      throw new Problem('notYourTask', servicesProblems.notYourTask)
    const before = await findResult(ctx.tx, id)
    if (revision !== undefined && before !== undefined && before.revision !== revision) fail('conflict')
    const declared = procedure.results.find((one) => one.id === template) ?? fail('notFound')
    if (isDecided(procedure, dossier.state)) throw new Problem('resultDecided', servicesProblems.resultDecided)
    const content = document ?? (await composeResult(ctx, parts, dossier, procedure, declared))
    if ((await saveResultDraft(ctx.tx, { dossierId: id, template, document: content, at: ctx.now() })) === 0)
      fail('conflict')
    const saved = (await findResult(ctx.tx, id)) ?? fail('notFound')
    ctx.note({ objectType: 'dossier', objectId: id, facts: { code: dossier.code, result: template } })
    return { document: saved.document, revision: saved.revision, savedAt: saved.savedAt }
  },

  async recordObligation(ctx, { id, revision, step, ...notice }) {
    const after = await recordObligation(ctx, await lockVisibleDossier(ctx, id, revision), step, notice)
    return { status: after.status }
  },

  async payFee(ctx, { id, fee, method }) {
    const dossier = await lockVisibleDossier(ctx, id)
    return payFee(ctx, dossier, fee, method)
  },

  async decideExemption(ctx, { id, ...decision }) {
    const dossier = await lockVisibleDossier(ctx, id)
    await mustBeTakenHere(ctx, dossier)
    return decideExemptions(ctx, dossier, decision)
  },

  async printForm(ctx, { id, form }) {
    const dossier = await getVisibleDossier(ctx, id)
    ctx.note({
      objectType: 'dossier',
      objectId: id,
      subjects: subjectsOf(dossier),
      facts: { code: dossier.code, form },
    })
    return printDossier(ctx, parts, dossier, form)
  },

  explainAccess: (ctx, { id }) => explainOwn(ctx, id),
})

/** The rows as they are read: how many working days are left, and names in the reader's language; the rows keep the Vietnamese one. */
async function shown(ctx: Context, found: readonly ListedDossier[]) {
  const rows = await withDaysLeft(ctx, found)
  if (ctx.language === 'vi') return rows
  return Promise.all(rows.map(async (row) => ({ ...row, procedureName: await procedureNameFor(ctx, row.versionId) })))
}

async function said(ctx: Context, after: Dossier) {
  const whoActs = (await unitAtWork(ctx, after.id))?.name ?? ''
  const procedure = await procedureOf(ctx.tx, after)
  return { status: after.status, revision: after.revision, nextWords: nextWords(procedure, after, whoActs) }
}

/** The words that name a pinned place; a place that is not in the form or among the papers is refused. */
function labelOf(procedure: Procedure, path: string): Pin['label'] {
  const words = wordsOfPlace(procedure, path)
  if (words === undefined)
    throw new Problem('pinUnknown', servicesProblems.pinUnknown, {
      places: [{ path, message: servicesProblems.pinUnknown.message }],
    })
  return words.vi
}
