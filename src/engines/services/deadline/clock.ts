import { rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { deadlineOf, type ClockStop, type WorkingTime } from '#engines/calendar/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import type { Procedure, TimeLimit } from '../declare.ts'
import { timeLimitOf } from '../procedure/procedure.ts'

interface StopRow {
  readonly stoppedAt: Date
  readonly resumedAt: Date | null
  readonly ground: string
}

/** The times in which a dossier's clock stood, earliest first. */
export async function clockStopsOf(tx: Queries, dossierId: string): Promise<ClockStop[]> {
  const found = await rows(
    tx,
    sql<StopRow>`select stopped_at, resumed_at, ground from services.clock_stop where dossier_id = ${dossierId} order by stopped_at`,
  )
  return found.map(stopOf)
}

/** The same of many dossiers, by their ids; one whose clock never stood is not among them. */
export async function clockStopsOfMany(tx: Queries, ids: readonly string[]): Promise<Map<string, ClockStop[]>> {
  const found = await rows(
    tx,
    sql<StopRow & { dossierId: string }>`select dossier_id, stopped_at, resumed_at, ground from services.clock_stop
      where dossier_id = any(${ids}::uuid[]) order by stopped_at`,
  )
  const stops = new Map<string, ClockStop[]>()
  for (const { dossierId, ...row } of found) {
    const known = stops.get(dossierId)
    if (known === undefined) stops.set(dossierId, [stopOf(row)])
    else known.push(stopOf(row))
  }
  return stops
}

const stopOf = ({ stoppedAt, resumedAt, ground }: StopRow): ClockStop => ({
  from: stoppedAt,
  to: resumedAt ?? undefined,
  ground: ground as ClockStop['ground'],
})

export const stopClock = (tx: Queries, dossierId: string, at: Date, ground: string): Promise<void> =>
  write(
    tx,
    sql`insert into services.clock_stop (dossier_id, stopped_at, ground) values (${dossierId}, ${at}, ${ground}) on conflict do nothing`,
  )

export const resumeClock = (tx: Queries, dossierId: string, at: Date): Promise<void> =>
  write(
    tx,
    // Where the clock of the machine was set back meanwhile, it stood for no time at all rather than for ever.
    sql`update services.clock_stop set resumed_at = greatest(${at}, stopped_at) where dossier_id = ${dossierId} and resumed_at is null`,
  )

/** An online dossier is answered within 8 working hours: received, or what it lacks (Decree 45/2020). */
export const answerWithinMinutes = 8 * 60

/** What a dossier is counted by, as it stands: before reception those hours, then the limit of its case. */
export const limitOf = (
  procedure: Procedure,
  dossier: Pick<Dossier, 'answers' | 'state' | 'channel' | 'place' | 'receivedAt'>,
): TimeLimit =>
  dossier.receivedAt === null
    ? { amount: answerWithinMinutes / 60, unit: 'working-hour' }
    : timeLimitOf(procedure, dateAt(dossier.receivedAt), factsOf(dossier))

/** When the result is due: before reception the answer to the filing; while the clock stands, the date that was last known. */
export function deadlineFor(
  workingTime: WorkingTime,
  procedure: Procedure,
  dossier: Pick<Dossier, 'answers' | 'state' | 'channel' | 'place' | 'filedAt' | 'receivedAt' | 'deadline'>,
  stops: readonly ClockStop[],
): Date {
  if (dossier.receivedAt === null) return workingTime.addWorkingMinutes(dossier.filedAt, answerWithinMinutes)
  const limit = limitOf(procedure, dossier)
  return deadlineOf(workingTime, { start: dossier.receivedAt, limit, stops }).at ?? dossier.deadline
}
