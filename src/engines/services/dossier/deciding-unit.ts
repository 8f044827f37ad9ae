import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitToday } from '#engines/directory/index.ts'
import { plannedPath, type Process } from '#engines/workflow/index.ts'
import { unitOfPlace } from '../procedure/place.ts'
import { factsOf, type Dossier } from './dossier.ts'

/** The unit `d` was decided in, in which its decision is to be taken at once, or null before either. */
export const decidedIn = sql`(select t.unit_id from workflow.task t where t.subject_id = d.id and t.kind = 'decide'
  and (t.is_open or t.result = 'completed') order by t.is_open desc, t.closed_at desc limit 1)`

/**
 * The unit whose paper the result is: where it was decided or, before that, where it will be if it comes to this outcome. A branch
 * signs its own papers, though another body owns the procedure.
 */
export async function decidingUnit(
  ctx: Context,
  dossier: Dossier,
  process: Process | undefined,
  outcome: 'granted' | 'refused',
): Promise<string> {
  const decided = await find(
    ctx.tx,
    sql<{ unitId: string | null }>`select ${decidedIn} as unit_id from services.dossier d where d.id = ${dossier.id}`,
  )
  const today = dateAt(ctx.now())
  // Decided by a body that is no more: whoever took over issues it.
  if (decided?.unitId) return (await unitToday(ctx.tx, decided.unitId, dossier.place, today))?.id ?? decided.unitId
  if (process === undefined) return dossier.ownerId
  const state = { ...dossier.state, proposal: outcome === 'refused' ? ('refuse' as const) : ('grant' as const) }
  const facts = factsOf({ ...dossier, state })
  const step = plannedPath(process, state, facts).find((one) => process.steps[one.step]?.kind === 'decide')
  if (step === undefined) return dossier.ownerId
  return (await unitOfPlace(ctx.tx, step.by.at, { ...dossier, facts }, today)).id
}
