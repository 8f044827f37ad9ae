import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { forecast, mayBeLate, type Forecast } from './forecast.ts'
import { standingDossiers, type StandingDossier } from './standing.ts'
import { workPlaces } from './work-places.ts'

/** Looks at dossiers anew: writes how each stands, and warns of those that are found at risk for the first time. */
export async function lookAt(ctx: Context, ids: readonly string[]): Promise<void> {
  const offices = await officesNow(ctx)
  const found = await standingDossiers(ctx, offices, ids)
  const first = found.map(({ standing }) => forecast(standing))
  // How its offices stand is asked only where a dossier may be late.
  const places = await workPlaces(
    ctx,
    offices,
    found.flatMap(({ tasks }, at) => (mayBeLate(first[at] as Forecast) ? tasks : [])),
  )
  const looked = found.map(({ dossier, tasks, standing }, at) => {
    const before = first[at] as Forecast
    const known = tasks.flatMap(({ id }) => places.get(id) ?? [])
    const seen = known.length === tasks.length ? forecast(standing, known) : before
    const { workingTimeOf } = offices
    const lookAgainAt =
      seen.changesIn === undefined
        ? null
        : workingTimeOf(dossier.receiverId).addWorkingMinutes(ctx.now(), Math.ceil(seen.changesIn))
    return { dossier, tasks, seen, lookAgainAt }
  })
  await forget(ctx, ids, found)
  await writeForecasts(ctx, looked)
  await warn(ctx, looked)
}

interface Looked extends Pick<StandingDossier, 'dossier' | 'tasks'> {
  readonly seen: Forecast
  readonly lookAgainAt: Date | null
}

/** What ended, stands still, has its result or is late is forecast no more. */
const forget = (ctx: Context, ids: readonly string[], found: readonly StandingDossier[]) =>
  run(
    ctx.tx,
    sql`delete from reporting.forecast where dossier_id = any(${ids}::uuid[]) and dossier_id <> all(${found.map(({ dossier }) => dossier.id)}::uuid[])`,
  )

const writeForecasts = (ctx: Context, looked: readonly Looked[]) =>
  run(
    ctx.tx,
    sql`insert into reporting.forecast as f (dossier_id, revision, looked_at, look_again_at, deadline, unit_id, step_name, usual, long, basis,
        measured, reasons, is_at_risk)
      select "dossierId", revision, ${ctx.now()}, "lookAgainAt", deadline, "unitId", "stepName", usual, long, basis, measured, reasons, "isAtRisk"
      from jsonb_to_recordset(${json(looked.map(rowOf))}) as g ("dossierId" uuid, revision integer, "lookAgainAt" timestamptz, deadline timestamptz,
        "unitId" uuid, "stepName" jsonb, usual integer, long integer, basis text, measured integer, reasons jsonb, "isAtRisk" boolean)
      on conflict (dossier_id) do update set revision = excluded.revision, looked_at = excluded.looked_at, look_again_at = excluded.look_again_at,
        deadline = excluded.deadline, unit_id = excluded.unit_id, step_name = excluded.step_name, usual = excluded.usual, long = excluded.long,
        basis = excluded.basis, measured = excluded.measured, reasons = excluded.reasons, is_at_risk = excluded.is_at_risk
      where f.revision <= excluded.revision`,
  )

function rowOf({ dossier, tasks, seen, lookAgainAt }: Looked) {
  const [task] = tasks
  const { usual, long, basis, measured, reasons, isAtRisk } = seen
  return {
    dossierId: dossier.id,
    revision: dossier.revision,
    deadline: dossier.deadline,
    unitId: task?.unitId,
    stepName: task?.stepName,
    lookAgainAt,
    usual,
    long,
    basis,
    measured,
    reasons,
    isAtRisk,
  }
}

/** Kept for good, once for each dossier; whoever leads the unit that has it is told. */
async function warn(ctx: Context, looked: readonly Looked[]): Promise<void> {
  const atRisk = looked.filter(({ seen }) => seen.isAtRisk)
  if (atRisk.length === 0) return
  const given = atRisk.map(({ dossier, seen: { usual, long, left, basis, reasons } }) => ({
    dossierId: dossier.id,
    deadline: dossier.deadline,
    usual,
    long,
    left,
    basis,
    reasons,
  }))
  const warned = await rows(
    ctx.tx,
    sql<{
      dossierId: string
    }>`insert into reporting.warning (dossier_id, at, deadline, usual, long, remaining, basis, reasons)
      select "dossierId", ${ctx.now()}, deadline, usual, long, "left", basis, reasons
      from jsonb_to_recordset(${json(given)}) as g ("dossierId" uuid, deadline timestamptz, usual integer, long integer, "left" integer, basis text, reasons jsonb)
      order by "dossierId" on conflict do nothing returning dossier_id`,
  )
  const isNew = new Set(warned.map(({ dossierId }) => dossierId))
  const byUnit = Map.groupBy(
    atRisk.filter(({ dossier }) => isNew.has(dossier.id)),
    ({ tasks }) => tasks[0]?.unitId as string,
  )
  for (const [unitId, some] of byUnit)
    ctx.emit('dossiers.at-risk', { unitId, dossierIds: some.map(({ dossier }) => dossier.id) })
}
