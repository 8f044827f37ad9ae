import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { runningMinutes, type ClockStop, type Offices } from '#engines/calendar/index.ts'
import { nameOfUnit, validOn } from '#engines/directory/index.ts'
import {
  clockStopsOfMany,
  dossierColumns,
  factsOf,
  isComplete,
  procedureOf,
  type Dossier,
} from '#engines/services/index.ts'
import { openTasksOfMany, type TaskRow } from '#engines/workflow/index.ts'
import type { Standing } from './forecast.ts'
import { knownTimes, measuredSteps } from './known-times.ts'

/** An open dossier whose clock runs towards a deadline that is ahead, with its open work. */
export interface StandingDossier {
  readonly dossier: Dossier
  readonly tasks: readonly TaskRow[]
  readonly standing: Standing
}

/** Whether time runs for the dossier `d` towards a deadline that is ahead: received, without a result, and its clock does not stand. */
export const isRunning = (now: Date): Fragment =>
  sql`(d.is_open and d.status = 'open' and d.received_at is not null and d.finished_at is null and d.deadline > ${now})`

/** Those of these dossiers whose time runs, as they stand now. */
export async function standingDossiers(
  ctx: Context,
  offices: Offices,
  ids: readonly string[],
): Promise<StandingDossier[]> {
  const dossiers = await rows(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d where d.id = any(${ids}::uuid[]) and ${isRunning(ctx.now())} order by d.id`,
  )
  if (dossiers.length === 0) return []
  const running = dossiers.map(({ id }) => id)
  const tasks = Map.groupBy(await openTasksOfMany(ctx.tx, running), ({ subjectId }) => subjectId)
  const stops = await clockStopsOfMany(ctx.tx, running)
  const units = await unitsOf(
    ctx,
    [...tasks.values()]
      .flat()
      .map(({ unitId }) => unitId)
      .concat(dossiers.map(({ ownerId }) => ownerId)),
  )
  const times = knownTimes(
    await measuredSteps(
      ctx.tx,
      [...new Set(dossiers.map(({ procedureCode }) => procedureCode))],
      [...new Set(dossiers.map(({ ownerId }) => ownerId))],
    ),
  )
  const found: StandingDossier[] = []
  for (const dossier of dossiers) {
    const procedure = await procedureOf(ctx.tx, dossier)
    const own = tasks.get(dossier.id) ?? []
    if (!isComplete(procedure) || own.length === 0) continue
    const { process } = procedure
    const standing: Standing = {
      process,
      state: dossier.state,
      facts: factsOf(dossier),
      left: offices.workingTimeOf(dossier.receiverId).workingMinutesBetween(ctx.now(), dossier.deadline),
      timeOf: times({ ...dossier, process }),
      work: own.map(({ step, consult, stepName, unitId, openedAt }) => ({
        step,
        consult,
        stepName,
        unit: units.get(unitId)?.name ?? '',
        isElsewhere: units.get(unitId)?.agencyId !== units.get(dossier.ownerId)?.agencyId,
        taken: takenBy(offices, unitId, openedAt, ctx.now(), stops.get(dossier.id) ?? []),
      })),
    }
    found.push({ dossier, tasks: own, standing })
  }
  return found
}

const takenBy = (offices: Offices, unitId: string, from: Date, to: Date, stops: readonly ClockStop[]): number =>
  runningMinutes(offices.workingTimeOf(unitId), from, to, stops)

interface NamedUnit {
  readonly id: string
  readonly name: string
  readonly agencyId: string | null
}

async function unitsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, NamedUnit>> {
  const on = dateAt(ctx.now())
  const found = await rows(
    ctx.tx,
    sql<NamedUnit>`select u.id, ${nameOfUnit(sql`u.id`, on)} as name, v.agency_id from directory.unit u
      left join directory.unit_version v on v.unit_id = u.id and ${validOn('v', on)}
      where u.id = any(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(found.map((unit) => [unit.id, unit]))
}
