import { find, rows, run, sql, write, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Counting } from './counting.ts'
import { countIndex } from './service-index/count-index.ts'

interface Changed {
  readonly dossierId: string
}

/** Marks the days of dossiers that something happened to: those on which they were received and ended, and today for what was undone. */
export async function markChanged(ctx: Context, changed: readonly Changed[]): Promise<void> {
  const ids = sql`${changed.map(({ dossierId }) => dossierId)}::uuid[]`
  await write(
    ctx.tx,
    sql`insert into reporting.changed_day (day)
      select distinct day from (
        select ${dayOf(sql`d.received_at`)} as day from services.dossier d where d.id = any(${ids})
        union all select ${dayOf(sql`d.finished_at`)} from services.dossier d where d.id = any(${ids})
        union all select ${dateAt(ctx.now())}::date
      ) days where day is not null order by day on conflict do nothing`,
  )
}

/** Counts anew what has changed; everything the first time. */
export async function countChanged(ctx: Counting): Promise<void> {
  const counted = await find(ctx.tx, sql`select 1 from reporting.day_count cross join reporting.index_day limit 1`)
  if (counted === undefined) return countAll(ctx)
  const days = await rows(ctx.tx, sql<{ day: PlainDate }>`delete from reporting.changed_day returning day`)
  await markCounted(ctx)
  if (days.length === 0) return
  const list = sql`${days.map(({ day }) => day)}::date[]`
  await run(ctx.tx, sql`delete from reporting.day_count where day = any(${list})`)
  await run(ctx.tx, countOf(list))
  await countIndex(ctx, list)
  const months = sql`(select distinct date_trunc('month', day)::date from unnest(${list}) as given (day))`
  await run(ctx.tx, sql`delete from reporting.month_count where month in ${months}`)
  await sumMonths(
    ctx,
    sql`where date_trunc('month', day)::date in ${months}
    and day >= (select min(date_trunc('month', day)) from unnest(${list}) as given (day))`,
  )
}

/** Counts every day anew: also what moved to another body, or whose deadline was counted anew, without a word. */
export async function countAll(ctx: Counting): Promise<void> {
  await run(ctx.tx, sql`delete from reporting.changed_day`)
  await run(ctx.tx, sql`delete from reporting.day_count`)
  await run(ctx.tx, sql`delete from reporting.month_count`)
  const months = await everyMonth(ctx)
  for (const days of months) await run(ctx.tx, countOf(days))
  await sumMonths(ctx, sql``)
  await countIndex(ctx, months)
  await markCounted(ctx)
}

const markCounted = (ctx: Counting) =>
  write(
    ctx.tx,
    sql`insert into reporting.counted (at) values (${ctx.now()}) on conflict (id) do update set at = greatest(counted.at, excluded.at)`,
  )

/** The days of each month since the first reception, as arrays: a million dossiers looked at in one statement would take longer than one may. */
async function everyMonth(ctx: Counting): Promise<Fragment[]> {
  const months = await rows(
    ctx.tx,
    sql<{
      month: PlainDate
    }>`select generate_series(date_trunc('month', least(first, last)), last, interval '1 month')::date as month
      from (select ${dayOf(sql`min(d.received_at)`)}::timestamp as first, greatest(${dayOf(sql`max(d.received_at)`)}, ${dayOf(sql`max(d.finished_at)`)})::timestamp as last
        from services.dossier d where d.received_at is not null) days`,
  )
  return months.map(
    ({ month }) =>
      sql`array(select generate_series(${month}::date, ${month}::date + interval '1 month' - interval '1 day', interval '1 day')::date)`,
  )
}

const dayOf = (at: Fragment): Fragment => sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`
const startOf = (days: 0 | 1): Fragment => sql`(given.day + ${days}::int)::timestamp at time zone 'Asia/Ho_Chi_Minh'`

/** Handled to its end: granted or refused; what ends otherwise was stopped, as form 06 counts it (`services/public/figures.ts`). */
const isAnswered = sql`coalesce(d.outcome, 'granted') in ('granted', 'refused')`

/** One row for each reception and each end. Early is on a day before the deadline's. */
const happened = (received: Fragment, finished: Fragment): Fragment => sql`
  select ${dayOf(sql`d.received_at`)} as day, d.procedure_code, d.owner_id, (d.channel = 'online')::int as online, (d.channel <> 'online')::int as direct,
    0 as early, 0 as on_time, 0 as late, 0 as stopped from services.dossier d where d.received_at is not null ${received}
  union all
  select ${dayOf(sql`d.finished_at`)}, d.procedure_code, d.owner_id, 0, 0,
    (${isAnswered} and ${dayOf(sql`d.finished_at`)} < ${dayOf(sql`d.deadline`)})::int,
    (${isAnswered} and ${dayOf(sql`d.finished_at`)} >= ${dayOf(sql`d.deadline`)} and d.finished_at <= d.deadline)::int,
    (${isAnswered} and d.finished_at > d.deadline)::int, (not ${isAnswered})::int
  from services.dossier d where d.finished_at is not null and d.received_at is not null ${finished}`

/** Counts these days; each is one range of the index. */
const countOf = (days: Fragment): Fragment => {
  const within = (at: Fragment) => sql`and ${at} >= ${startOf(0)} and ${at} < ${startOf(1)}`
  return sql`
  insert into reporting.day_count (day, procedure_code, owner_id, online, direct, early, on_time, late, stopped)
  select h.day, h.procedure_code, h.owner_id, sum(online), sum(direct), sum(early), sum(on_time), sum(late), sum(stopped)
  from unnest(${days}) as given (day) cross join lateral (${happened(within(sql`d.received_at`), within(sql`d.finished_at`))}) h
  group by h.day, h.procedure_code, h.owner_id`
}

const sumMonths = (ctx: Counting, where: Fragment) =>
  run(
    ctx.tx,
    sql`insert into reporting.month_count (month, procedure_code, owner_id, online, direct, early, on_time, late, stopped)
      select date_trunc('month', day)::date, procedure_code, owner_id, sum(online), sum(direct), sum(early), sum(on_time), sum(late), sum(stopped)
      from reporting.day_count ${where} group by 1, 2, 3`,
  )
