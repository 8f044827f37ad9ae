import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { mayCall } from '#kernel/operations/actor.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { sayActor } from '#engines/workflow/contract.ts'
import type { authoringContract } from '../contract/authoring.ts'
import { authoringProblems } from '../contract/authoring-problems.ts'
import { ownerName } from '../draft/owner-name.ts'
import type { ServicesParts } from '../parts.ts'
import { compareProcedures } from '../procedure/compare-procedures.ts'
import { isComplete } from '../procedure/procedure.ts'
import { takeTurnToPublish } from '../procedure/publish-procedures.ts'
import { declaredMembers, fileableProcedures, membersToAnswer } from './bundle-members.ts'
import { chosenIn, viewConflicts } from './conflicts.ts'
import { nameIn } from './check-draft.ts'
import { draftImpact } from './draft-impact.ts'
import { mustBeReady, versionsOf } from './draft-versions.ts'
import { editDeclaration } from './edit-declaration.ts'
import { editableProcedures } from './editable-procedures.ts'
import { editorChoices } from './editor-choices.ts'
import { beginDraft, beginMerge, beginNew, mergeNewer } from './open-procedure-draft.ts'
import { heldVersions } from './held-version.ts'
import { ownerInReach } from './owner-in-reach.ts'
import { pastDossiers } from './past-dossiers.ts'
import { previewResult } from './preview-result.ts'
import {
  baseNumber,
  changeDraft,
  draftsInReach,
  getProcedureDraft,
  lockProcedureDraft,
  saveDeclaration,
  type ProcedureDraft,
} from './procedure-draft.ts'
import { publishDraft } from './publish-draft.ts'
import { simulate } from './simulate.ts'

/** How officials write procedures on screen, and how others approve them. */
export const authoringHandlers = (parts: ServicesParts): Handlers<typeof authoringContract> => ({
  async listProcedureDrafts(ctx) {
    return (await draftsInReach(ctx)).map(lineOf)
  },

  listEditableProcedures: (ctx, search) => editableProcedures(ctx, search),

  listHeldVersions: (ctx) => heldVersions(ctx.tx, dateAt(ctx.now())),

  async openProcedureDraft(ctx, { code, from, merge }) {
    return { id: merge ? await beginMerge(ctx, code) : await beginDraft(ctx, code, from) }
  },

  async createProcedureDraft(ctx, input) {
    return { id: await beginNew(ctx, input) }
  },

  async getProcedureDraft(ctx, { id }) {
    const draft = await getProcedureDraft(ctx, id)
    const today = dateAt(ctx.now())
    const { procedure, findings, newer, base } = await versionsOf(ctx, parts, draft)
    const isOwn = draft.writers.includes(ctx.actor.account)
    return {
      ...lineOf(draft),
      revision: draft.revision,
      declaration: draft.declaration,
      baseNumber: await baseNumber(ctx.tx, draft),
      newerNumber: draft.baseVersionId === null ? null : (newer ?? null),
      ownerName: procedure === undefined ? '' : await ownerName(ctx, procedure),
      submittedByName: draft.submittedByName,
      submittedAt: draft.submittedAt,
      decidedByName: draft.decidedByName,
      decidedAt: draft.decidedAt,
      document: draft.document,
      remark: draft.remark,
      mayApprove: mayCall(ctx.actor, 'procedure.approve') && !isOwn,
      isOwn,
      findings,
      conflicts: viewConflicts(draft),
      changes: procedure && base ? compareProcedures(base, procedure) : [],
      choices: {
        ...(await editorChoices(ctx.tx, parts.codeLists, draft.declaration, today)),
        procedures: await fileableProcedures(ctx.tx, today),
        members: membersToAnswer(await declaredMembers(ctx.tx, draft.declaration, today)),
      },
    }
  },

  async measureDraftImpact(ctx, { id }) {
    const draft = await getProcedureDraft(ctx, id)
    const { procedure, base } = await versionsOf(ctx, parts, draft)
    return procedure === undefined ? null : draftImpact(ctx, draft, base, procedure)
  },

  async simulateDraft(ctx, { id }) {
    const draft = await getProcedureDraft(ctx, id)
    const { procedure, base } = await versionsOf(ctx, parts, draft)
    if (procedure === undefined || !isComplete(procedure)) throw new Problem('notReady', authoringProblems.notReady)
    const known = base !== undefined && isComplete(base) ? base : undefined
    const simulated = simulate(known, procedure, await pastDossiers(ctx, draft.code))
    return { ...simulated, steps: simulated.steps.map((step) => ({ ...step, by: sayActor(step.by) })) }
  },

  async editProcedureDraft(ctx, { edits, ...at }) {
    const draft = await lockProcedureDraft(ctx, at, 'editing')
    const edited = editDeclaration(draft.declaration, edits)
    if (edited === undefined) throw new Problem('notThere', authoringProblems.notThere)
    noteDraft(ctx, draft, { edits: edits.map(({ do: act, path }) => `${act} ${path}`).slice(0, 20) })
    // The code is what everything else is known by.
    return saveDeclaration(ctx, draft, { ...(edited as object), code: draft.code })
  },

  async decideConflict(ctx, { number, take, ...at }) {
    const draft = await lockProcedureDraft(ctx, at, 'editing')
    const conflict = draft.conflicts[number]
    const decided = conflict && chosenIn(draft.declaration, conflict, take)
    if (conflict === undefined || decided === undefined) throw new Problem('notThere', authoringProblems.notThere)
    noteDraft(ctx, draft, { conflict: conflict.path, take })
    const conflicts = draft.conflicts.with(number, { ...conflict, chosen: take })
    return saveDeclaration(ctx, draft, decided, sql`conflicts = ${JSON.stringify(conflicts)}::json`)
  },

  mergeNewerVersion: async (ctx, at) => mergeNewer(ctx, await lockProcedureDraft(ctx, at, 'editing')),

  async submitProcedureDraft(ctx, { effectiveOn, ...at }) {
    const draft = await lockProcedureDraft(ctx, at, 'editing')
    if (effectiveOn < dateAt(ctx.now())) throw new Problem('dayPast', authoringProblems.dayPast)
    await mustBeReady(ctx, parts, draft, effectiveOn)
    const owner = await ownerInReach(ctx, draft.declaration)
    if (owner === undefined) throw new Problem('otherOwner', authoringProblems.otherOwner)
    noteDraft(ctx, draft, { effectiveOn })
    ctx.emit('procedure-draft.submitted', toldOf(ctx, draft))
    return changeDraft(
      ctx,
      draft,
      sql`state = 'submitted', effective_on = ${effectiveOn}, owner_key = ${owner}, remark = null,
      submitted_at = ${ctx.now()}, submitted_by_name = ${ctx.actor.name},
      writers = case when ${ctx.actor.account} = any(writers) then writers else writers || ${ctx.actor.account}::text end`,
    )
  },

  async returnProcedureDraft(ctx, { remark, ...at }) {
    const draft = await lockProcedureDraft(ctx, at, 'submitted', 'procedure.approve')
    noteDraft(ctx, draft, { remark })
    ctx.emit('procedure-draft.returned', { ...toldOf(ctx, draft), remark })
    return changeDraft(
      ctx,
      draft,
      sql`state = 'editing', remark = ${remark}, decided_by_name = ${ctx.actor.name}, decided_at = ${ctx.now()}`,
    )
  },

  async approveProcedureDraft(ctx, { document, ...at }) {
    await takeTurnToPublish(ctx.tx)
    const draft = await lockProcedureDraft(ctx, at, 'submitted', 'procedure.approve')
    if (draft.writers.includes(ctx.actor.account)) throw new Problem('ownDraft', authoringProblems.ownDraft)
    const today = dateAt(ctx.now())
    const from = draft.effectiveOn !== null && draft.effectiveOn > today ? draft.effectiveOn : today
    const procedure = await mustBeReady(ctx, parts, draft, from)
    const { number } = await publishDraft(ctx, draft, { procedure, from, document })
    noteDraft(ctx, draft, { document, number, from })
    ctx.emit('procedure-draft.approved', { ...toldOf(ctx, draft), number, from, document })
    return { number, from }
  },

  async withdrawProcedureDraft(ctx, { id }) {
    const { state } = await getProcedureDraft(ctx, id)
    const draft = await lockProcedureDraft(ctx, { id }, state === 'submitted' ? 'submitted' : 'editing')
    noteDraft(ctx, draft, {})
    await changeDraft(ctx, draft, sql`state = 'withdrawn'`)
    return { code: draft.code }
  },

  previewDraftResult: async (ctx, { id, number }) =>
    previewResult(ctx, parts, await getProcedureDraft(ctx, id), number),
})

/** What is told of a draft, whoever hears of it. */
const toldOf = ({ actor }: Context, { id, code, declaration }: ProcedureDraft) => ({
  draftId: id,
  code,
  name: nameIn(declaration).vi,
  by: actor.name,
})

const lineOf = ({ id, code, declaration, state, savedAt, savedByName, effectiveOn }: ProcedureDraft) => ({
  id,
  code,
  name: nameIn(declaration),
  state,
  savedAt,
  savedByName,
  effectiveOn,
})

const noteDraft = (ctx: Context, { id, code }: ProcedureDraft, facts: Readonly<Record<string, unknown>>) =>
  ctx.note({ objectType: 'procedure-draft', objectId: id, facts: { code, ...facts } })
