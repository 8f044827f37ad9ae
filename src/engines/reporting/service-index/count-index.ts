import { run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Counting } from '../counting.ts'
import { dossierIndicators } from './dossier-indicators.ts'

/** Counts the indicators anew: of these days, or of all, given month by month. Each is an array of dates. */
export async function countIndex(ctx: Counting, days: Fragment | readonly Fragment[]): Promise<void> {
  const isAll = Array.isArray(days)
  const parts: readonly Fragment[] = isAll ? days : [days as Fragment]
  await run(ctx.tx, sql`delete from reporting.index_day ${isAll ? sql`` : sql`where day = any(${parts[0]})`}`)
  for (const part of parts) await countDays(ctx, part)
  await sumIndex(ctx, isAll ? undefined : parts[0])
}

async function countDays(ctx: Counting, days: Fragment): Promise<void> {
  for (const on of ['received_at', 'finished_at'] as const) {
    const column = sql`d.${sql.ref(on)}`
    const values = Object.entries(dossierIndicators)
      .filter(([, one]) => one.on === on)
      .map(([id, { counts, met }]) => sql`(${id}::text, ${counts}, ${met})`)
    await run(
      ctx.tx,
      sql`insert into reporting.index_day (day, owner_id, indicator, met, counted)
        select given.day, d.owner_id, i.indicator, count(*) filter (where i.met), count(*) from ${dossiersOf(days, column)}
        cross join lateral (values ${sql.join(values)}) i (indicator, counts, met)
        where d.received_at is not null and i.counts group by 1, 2, 3`,
    )
  }
}

/** Sums the months of these days anew; of all without them. */
async function sumIndex(ctx: Counting, days?: Fragment): Promise<void> {
  const months = sql`(select distinct date_trunc('month', day)::date from unnest(${days}) as given (day))`
  const first = sql`(select min(date_trunc('month', day))::date from unnest(${days}) as given (day))`
  await run(
    ctx.tx,
    sql`delete from reporting.index_month ${days === undefined ? sql`` : sql`where month in ${months}`}`,
  )
  await run(
    ctx.tx,
    sql`insert into reporting.index_month (month, owner_id, indicator, met, counted)
      select date_trunc('month', day)::date, owner_id, indicator, sum(met), sum(counted) from reporting.index_day
      ${days === undefined ? sql`` : sql`where day >= ${first} and date_trunc('month', day)::date in ${months}`} group by 1, 2, 3`,
  )
}

/** Day by day, so that each is one range of the index. */
const dossiersOf = (days: Fragment, column: Fragment): Fragment => sql`unnest(${days}) as given (day)
  join services.dossier d on ${column} >= given.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and ${column} < (given.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
