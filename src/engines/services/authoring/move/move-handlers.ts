import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { sayActor } from '#engines/workflow/contract.ts'
import type { Process } from '#engines/workflow/index.ts'
import type { moveContract } from '../../contract/move.ts'
import type { ServicesParts } from '../../parts.ts'
import { procedureVersion } from '../../procedure/procedure.ts'
import { declaredNow, hasErrors, readDeclaration } from '../check-draft.ts'
import { changeDraft, getProcedureDraft, lockProcedureDraft } from '../procedure-draft.ts'
import { moveFindings } from './check-move.ts'
import { movedDossiers } from './moved-dossiers.ts'
import { openVersions, type OpenVersion } from './open-versions.ts'
import { previewMove } from './preview-move.ts'
import { proposedSteps } from './proposed-steps.ts'
import { stepTargets } from './step-targets.ts'
import { dropStepMaps, findStepMaps, saveStepMaps, type StepMaps } from './version-move.ts'

/** Which open dossiers go by a new version, and what became of them. */
export const moveHandlers = (parts: ServicesParts): Handlers<typeof moveContract> => ({
  async viewOpenDossiers(ctx, { id }) {
    const draft = await getProcedureDraft(ctx, id)
    const on = dateAt(ctx.now())
    const declared = await declaredNow(ctx.tx, parts.codeLists)
    const { procedure, findings } = readDeclaration(draft.declaration, declared, draft.effectiveOn ?? on)
    const process = procedure?.process
    const chosen = await findStepMaps(ctx.tx, id)
    const open = draft.state === 'editing' || draft.state === 'submitted'
    const versions = open ? await openVersions(ctx.tx, draft.code, on) : []
    const steps = chosen ?? (process === undefined ? {} : await proposedSteps(ctx.tx, versions, process))
    const wrong = await moveFindings(ctx, declared, draft, procedure, draft.effectiveOn ?? on)
    const isReady = open && chosen !== undefined && !hasErrors([...findings, ...wrong])
    return {
      moves: chosen !== undefined,
      versions: await Promise.all(versions.map((version) => viewVersion(ctx, version, process, steps))),
      targets: Object.entries(process?.steps ?? {}).map(([step, { name, by, hours }]) => ({
        step,
        name,
        by: sayActor(by),
        hours,
      })),
      wrong: wrong.map(({ where, words }) => ({ where, words })),
      preview: isReady && process !== undefined ? await previewMove(ctx, draft.code, process, chosen) : null,
    }
  },

  async chooseOpenDossiers(ctx, { steps, ...at }) {
    const draft = await lockProcedureDraft(ctx, at, 'editing')
    if (steps === null) await dropStepMaps(ctx.tx, draft.id)
    else await saveStepMaps(ctx.tx, draft.id, steps)
    ctx.note({
      objectType: 'procedure-draft',
      objectId: draft.id,
      facts: { code: draft.code, openDossiers: steps === null ? 'stay' : 'move' },
    })
    return changeDraft(
      ctx,
      draft,
      sql`saved_by_name = ${ctx.actor.name},
      writers = case when ${ctx.actor.account} = any(writers) then writers else writers || ${ctx.actor.account}::text end`,
    )
  },

  async viewMovedDossiers(ctx, { id, after }) {
    await getProcedureDraft(ctx, id)
    return movedDossiers(ctx, id, after)
  },
})

async function viewVersion(
  ctx: Context,
  { id, number, dossiers, at }: OpenVersion,
  to: Process | undefined,
  chosen: StepMaps,
) {
  const { process } = await procedureVersion(ctx.tx, id)
  const targets = process === undefined || to === undefined ? {} : stepTargets(process, to, chosen[id])
  return {
    id,
    number,
    dossiers,
    steps: Object.entries(process?.steps ?? {}).map(([step, { name, by, hours }]) => ({
      step,
      name,
      by: sayActor(by),
      hours,
      dossiers: at[step] ?? 0,
      ...(Object.hasOwn(targets, step) && { to: targets[step] }),
    })),
  }
}
