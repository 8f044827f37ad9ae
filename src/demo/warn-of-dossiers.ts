import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { runningMinutes, type ClockStop, type WorkingTime } from '#engines/calendar/index.ts'
import { forecast, knownTimes, measuredOf, type OpenWork } from '#engines/reporting/index.ts'
import type { DossierRows } from './insert-dossiers.ts'
import type { LivedTask } from './lived-dossier.ts'

interface Warned {
  readonly dossier: string
  readonly at: Date
  readonly deadline: Date
  readonly usual: number
  readonly long: number
  readonly remaining: number
  readonly basis: string
  readonly reasons: readonly object[]
}

/** What would have been warned of while these dossiers were lived, by the same forecast and what their steps took in the year. */
export function warnedOf(made: readonly DossierRows[], workingTime: WorkingTime, now: Date): Warned[] {
  const timesOf = knownTimes(measured(made, workingTime))
  return made.flatMap((row) => firstWarning(row, timesOf, workingTime, now) ?? [])
}

const measured = (made: readonly DossierRows[], workingTime: WorkingTime) =>
  [...Map.groupBy(made, ({ procedure }) => procedure.code)].flatMap(([code, some]) =>
    measuredOf(
      code,
      some.flatMap(({ owner, lived }) =>
        lived.tasks.flatMap(({ consult, closedAt, result, ...task }) =>
          lived.finishedAt === undefined || consult !== undefined || closedAt === undefined || result === 'cancelled'
            ? []
            : [{ step: task.step, ownerId: owner.id, minutes: takenBy(task, closedAt, lived.stops, workingTime) }],
        ),
      ),
    ),
  )

/** A task of the demo is one with its office: all of them work the same hours. */
const takenBy = (
  task: Pick<LivedTask, 'openedAt'>,
  until: Date,
  stops: DossierRows['lived']['stops'],
  workingTime: WorkingTime,
): number =>
  runningMinutes(
    workingTime,
    task.openedAt,
    until,
    stops.map(({ from, to }): Pick<ClockStop, 'from' | 'to'> => ({ from, to })),
  )

function firstWarning(
  { id, procedure, owner, lived, answers, channel, area }: DossierRows,
  timesOf: ReturnType<typeof knownTimes>,
  workingTime: WorkingTime,
  now: Date,
): Warned | undefined {
  const { process } = procedure
  const timeOf = timesOf({ procedureCode: procedure.code, ownerId: owner.id, process })
  for (const [order, { at: since, state, deadline }] of lived.moments.entries()) {
    if (state.status !== 'open' || !state.received || (lived.finishedAt !== undefined && lived.finishedAt <= since))
      continue
    const until = lived.moments[order + 1]?.at ?? now
    const facts = { answers, channel, place: area, proposal: state.proposal }
    for (let at = since; at < until && at < deadline;) {
      const left = workingTime.workingMinutesBetween(at, deadline)
      const seen = forecast({
        process,
        state,
        facts,
        left,
        timeOf,
        work: workAt(lived, owner.agencyId, at, workingTime),
      })
      const { usual, long, basis, reasons } = seen
      if (seen.isAtRisk) return { dossier: id, at, deadline, usual, long, remaining: left, basis, reasons }
      at = workingTime.addWorkingMinutes(at, Math.ceil(seen.changesIn ?? 1))
    }
  }
  return undefined
}

const workAt = (
  { tasks, stops }: DossierRows['lived'],
  agency: string,
  at: Date,
  workingTime: WorkingTime,
): OpenWork[] =>
  tasks
    .filter(({ openedAt, closedAt }) => openedAt <= at && (closedAt === undefined || closedAt > at))
    .map((task) => ({
      step: task.step,
      consult: task.consult ?? null,
      stepName: task.name,
      unit: task.unit.name,
      isElsewhere: task.unit.agencyId !== agency,
      taken: takenBy(task, at, stops, workingTime),
    }))

export const insertWarnings = (tx: Queries, warned: readonly Warned[]) =>
  run(
    tx,
    sql`insert into reporting.warning (dossier_id, at, deadline, usual, long, remaining, basis, reasons)
      select dossier, at, deadline, usual, long, remaining, basis, reasons
      from jsonb_to_recordset(${json(warned)}) as g (dossier uuid, at timestamptz, deadline timestamptz, usual integer, long integer,
        remaining integer, basis text, reasons jsonb)`,
  )
