import { every, get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { dossierAccess, maySee } from '#engines/services/index.ts'
import { endOf, startOf, type DayPeriod } from '../form-six/form-six.ts'
import type { FormSixDossier } from '../form-six/dossiers.ts'

/** Office minutes of a working day (Labour Code 2019, art. 105). */
const workingDay = 8 * 60

interface WarningSearch extends DayPeriod {
  readonly procedure?: string | undefined
}

export interface WarningFigures extends DayPeriod {
  readonly since: PlainDate | null
  readonly warned: number
  readonly warnedLate: number
  /** Of those: warned of a working day or more before the deadline. */
  readonly warnedAhead: number
  readonly late: number
  readonly notice: number | null
}

/** What is said of a dossier `d` in a period, and of its warning `w`. */
function saidIn(search: WarningSearch, now: Date) {
  const [start, end] = [startOf(search), endOf(search)]
  const handled = sql`(d.finished_at >= ${start} and d.finished_at < ${end} and coalesce(d.outcome, 'granted') in ('granted', 'refused'))`
  const isLateOpen = sql`(d.is_open and d.finished_at is null and d.status = 'open' and d.received_at is not null
    and d.deadline >= ${start} and d.deadline < least(${end}, ${now}))`
  return {
    /** Handled in the period as form 06 counts it, or past its deadline in it while it goes on. */
    counted: sql`(${handled} or ${isLateOpen})`,
    isLateOpen,
    isLate: sql`coalesce(d.finished_at > d.deadline, true)`,
    isWarned: sql`w.at < ${end}`,
    ofProcedure: (code: Fragment) => (search.procedure === undefined ? sql`true` : sql`${code} = ${search.procedure}`),
  }
}

/**
 * Of those warned of how many became late, and of the late ones how many had been warned of. Whoever acts on a warning makes it untrue: what was
 * warned of and was not late is no mistake of itself.
 */
export async function warningFigures(ctx: Context, search: WarningSearch): Promise<WarningFigures> {
  const { from, to } = search
  const { counted, isLateOpen, isLate, isWarned, ofProcedure } = saidIn(search, ctx.now())
  const found = await get(
    ctx.tx,
    sql<Pick<WarningFigures, 'warned' | 'warnedLate' | 'warnedAhead' | 'late' | 'notice'> & { since: Date | null }>`
      select o.warned, o.warned_late, o.warned_ahead, o.notice, (select min(at) from reporting.warning) as since,
        (select coalesce(sum(c.late), 0)::int from reporting.day_count c where c.day between ${from} and ${to} and ${ofProcedure(sql`c.procedure_code`)})
          + (select count(*)::int from services.dossier d where ${isLateOpen} and ${ofProcedure(sql`d.procedure_code`)}) as late
      from (
        select count(*)::int as warned, count(*) filter (where ${isLate})::int as warned_late,
          count(*) filter (where ${isLate} and w.remaining >= ${workingDay})::int as warned_ahead,
          (percentile_disc(0.5) within group (order by w.remaining) filter (where ${isLate}))::int as notice
        from reporting.warning w join services.dossier d on d.id = w.dossier_id
        where ${isWarned} and ${counted} and ${ofProcedure(sql`d.procedure_code`)}
      ) o`,
  )
  return { from, to, ...found, since: found.since && dateAt(found.since) }
}

export interface WarnedSearch extends WarningSearch {
  readonly which: 'warned-late' | 'warned-in-time' | 'unwarned'
  readonly after?: string | undefined
  readonly limit: number
}

/** The dossiers behind one of these figures, as far as the reader may see them: the same predicate as everywhere. */
export async function warnedDossiers(ctx: Context, search: WarnedSearch) {
  const { counted, isLate, isWarned, ofProcedure } = saidIn(search, ctx.now())
  const cursor = search.after === undefined ? undefined : readCursor(InstantAndId, search.after)
  const warned = sql`exists (select from reporting.warning w where w.dossier_id = d.id and ${isWarned})`
  const found = await rows(
    ctx.tx,
    sql<FormSixDossier>`select d.id, d.code, d.procedure_name, d.received_at, d.deadline, d.finished_at from services.dossier d
      where ${every([
        sql`d.received_at is not null`,
        counted,
        search.which === 'warned-in-time' ? sql`not ${isLate}` : isLate,
        search.which === 'unwarned' ? sql`not ${warned}` : warned,
        ofProcedure(sql`d.procedure_code`),
        maySee(dossierAccess(ctx)),
        cursor && sql`(d.received_at, d.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ])} order by d.received_at, d.id limit ${search.limit + 1}`,
  )
  return toPage(found, search.limit, (row) => [row.receivedAt.toISOString(), row.id])
}
