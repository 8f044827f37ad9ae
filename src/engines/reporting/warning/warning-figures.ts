import { get, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { endOf, startOf, type DayPeriod } from '../form-six.ts'

export interface WarningFigures extends DayPeriod {
  readonly since: PlainDate | null
  readonly warned: number
  readonly warnedLate: number
  readonly late: number
  readonly notice: number | null
}

/**
 * Of those warned of how many became late, and of the late ones how many had been warned of. Counted are dossiers that were handled in the
 * period, as form 06 counts them, and those whose deadline passed in it while they go on. Whoever acts on a warning makes it untrue: what was
 * warned of and was not late is no mistake of itself.
 */
export async function warningFigures(
  ctx: Context,
  search: DayPeriod & { readonly procedure?: string | undefined },
): Promise<WarningFigures> {
  const { from, to } = search
  const now = ctx.now()
  const [start, end] = [startOf(search), endOf(search)]
  const ofProcedure = (code: Fragment) =>
    search.procedure === undefined ? sql`` : sql`and ${code} = ${search.procedure}`
  const isLateOpen = sql`(d.is_open and d.finished_at is null and d.status = 'open' and d.received_at is not null
    and d.deadline >= ${start} and d.deadline < least(${end}, ${now}))`
  const isHandled = sql`(d.finished_at >= ${start} and d.finished_at < ${end} and coalesce(d.outcome, 'granted') in ('granted', 'refused'))`
  const counted = await get(
    ctx.tx,
    sql<Omit<WarningFigures, 'from' | 'to' | 'since'> & { since: Date | null }>`
      select w.warned, w.warned_late, w.notice, (select min(at) from reporting.warning) as since,
        (select coalesce(sum(c.late), 0)::int from reporting.day_count c where c.day between ${from} and ${to} ${ofProcedure(sql`c.procedure_code`)})
          + (select count(*)::int from services.dossier d where ${isLateOpen} ${ofProcedure(sql`d.procedure_code`)}) as late
      from (
        select count(*)::int as warned, count(*) filter (where o.is_late)::int as warned_late,
          (percentile_disc(0.5) within group (order by o.remaining) filter (where o.is_late))::int as notice
        from (
          select w.remaining, coalesce(d.finished_at > d.deadline, true) as is_late
          from reporting.warning w join services.dossier d on d.id = w.dossier_id
          where w.at < ${end} and (${isHandled} or ${isLateOpen}) ${ofProcedure(sql`d.procedure_code`)}
        ) o
      ) w`,
  )
  return { from, to, ...counted, since: counted.since && dateAt(counted.since) }
}
