import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { officesNow, runningMinutes } from '#engines/calendar/index.ts'

/** One time that a step of a dossier was open, and is over. */
export interface TakenStep {
  readonly dossierId: string
  readonly step: string
  /** Office minutes that it was open, those in which the clock stood left out. */
  readonly minutes: number
}

interface Over {
  readonly dossierId: string
  readonly step: string
  readonly unitId: string
  readonly from: Date
  readonly to: Date
}

/**
 * What the steps of dossiers took, a step done twice two times. What was taken back or cancelled was nobody's work. `dossiers`: a query that
 * answers their ids.
 */
export async function stepsTaken(ctx: Pick<Context, 'tx' | 'now'>, dossiers: Fragment): Promise<TakenStep[]> {
  const tasks = await rows(
    ctx.tx,
    sql<Over>`select t.subject_id as dossier_id, t.step, t.unit_id, t.opened_at as "from", t.closed_at as "to" from workflow.task t
      where t.subject_id in (${dossiers}) and not t.is_open and t.consult is null and coalesce(t.result, '') not in ('undone', 'cancelled')`,
  )
  const stops = Map.groupBy(
    await rows(
      ctx.tx,
      sql<{ dossierId: string; from: Date; to: Date }>`
        select dossier_id, stopped_at as "from", resumed_at as "to" from services.clock_stop
        where dossier_id in (${dossiers}) and resumed_at is not null`,
    ),
    ({ dossierId }) => dossierId,
  )
  const offices = await officesNow(ctx)
  return tasks.map(({ dossierId, step, unitId, from, to }) => ({
    dossierId,
    step,
    minutes: runningMinutes(offices.workingTimeOf(unitId), from, to, stops.get(dossierId) ?? []),
  }))
}
