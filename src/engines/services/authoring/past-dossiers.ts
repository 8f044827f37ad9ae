import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'
import type { PastDossier } from './simulate.ts'

const mostDossiers = 10_000

interface Row extends Pick<Dossier, 'id' | 'code' | 'answers' | 'state' | 'channel' | 'place' | 'receiverId'> {
  readonly receivedAt: Date
}

interface Open {
  readonly dossierId: string
  readonly step: string
  readonly from: Date
  readonly to: Date
  readonly unitId: string
}

/** The dossiers of a procedure that were finished within the last year, the newest 10,000, with the office minutes of their steps. */
export async function pastDossiers(ctx: Context, code: string): Promise<PastDossier[]> {
  const since = addDays(dateAt(ctx.now()), -365)
  const chosen = sql`select d.id from services.dossier d
    where d.procedure_code = ${code} and d.received_at is not null and d.finished_at >= ${since} order by d.filed_at desc limit ${mostDossiers}`
  const found = await rows(
    ctx.tx,
    sql<Row>`select d.id, d.code, d.answers, d.state, d.channel, d.place, d.receiver_id, d.received_at
      from services.dossier d where d.id in (${chosen}) order by d.filed_at desc, d.id`,
  )
  // What was taken back or cancelled was nobody's work; what a supplement or a pause held up is not counted.
  const tasks = await rows(
    ctx.tx,
    sql<Open>`select t.subject_id as dossier_id, t.step, t.opened_at as "from", t.closed_at as "to", t.unit_id from workflow.task t
      where t.subject_id in (${chosen}) and not t.is_open and t.consult is null and coalesce(t.result, '') not in ('undone', 'cancelled')`,
  )
  const stops = Map.groupBy(
    await rows(
      ctx.tx,
      sql<{
        dossierId: string
        from: Date
        to: Date
      }>`select dossier_id, stopped_at as "from", resumed_at as "to" from services.clock_stop
        where dossier_id in (${chosen}) and resumed_at is not null`,
    ),
    ({ dossierId }) => dossierId,
  )
  const offices = await officesNow(ctx)
  const byDossier = Map.groupBy(tasks, ({ dossierId }) => dossierId)
  return found.map((one) => {
    const spent = new Map<string, number>()
    for (const task of byDossier.get(one.id) ?? []) {
      const { workingMinutesBetween } = offices.workingTimeOf(task.unitId)
      const stood = (stops.get(one.id) ?? [])
        .map(({ from, to }) => ({ from: later(from, task.from), to: earlier(to, task.to) }))
        .filter(({ from, to }) => from < to)
        .reduce((sum, { from, to }) => sum + workingMinutesBetween(from, to), 0)
      const minutes = Math.max(0, workingMinutesBetween(task.from, task.to) - stood)
      spent.set(task.step, (spent.get(task.step) ?? 0) + minutes)
    }
    const { id, code: dossierCode, receivedAt } = one
    return { id, code: dossierCode, facts: factsOf(one), receivedOn: dateAt(receivedAt), spent }
  })
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
