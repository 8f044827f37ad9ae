import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Process, StepMap } from '#engines/workflow/index.ts'
import type { OpenVersion } from './open-versions.ts'
import { reversed } from './step-targets.ts'
import type { StepMaps } from './version-move.ts'

/**
 * Where dossiers at steps that are gone go on before anybody has chosen: those that an earlier change moved the way they came, where one
 * way alone led there.
 */
export async function proposedSteps(tx: Queries, versions: readonly OpenVersion[], to: Process): Promise<StepMaps> {
  const came = await rows(
    tx,
    sql<{ id: string; steps: StepMaps }>`select d.version_id as id, m.steps from services.version_move m
      join services.procedure_draft d on d.id = m.draft_id
      where d.version_id = any(${versions.map(({ id }) => id)}::uuid[])`,
  )
  const isAsked = (step: string, target: string | null) =>
    !Object.hasOwn(to.steps, step) && target !== null && Object.hasOwn(to.steps, target)
  return Object.fromEntries(
    came.map(({ id, steps }) => {
      const back = reversed(Object.assign({}, ...Object.values(steps)) as StepMap)
      return [id, Object.fromEntries(Object.entries(back).filter(([step, target]) => isAsked(step, target)))]
    }),
  )
}
