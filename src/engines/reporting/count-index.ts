import { run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dossierIndicators } from './dossier-indicators.ts'

const dayOf = (at: Fragment): Fragment => sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`

/** Counts the indicators of these days anew; of all days without them. `days` is an array of dates. */
export async function countIndex(ctx: Context, days?: Fragment): Promise<void> {
  await run(ctx.tx, sql`delete from reporting.index_day ${days === undefined ? sql`` : sql`where day = any(${days})`}`)
  for (const on of ['received_at', 'finished_at'] as const) {
    const column = sql`d.${sql.ref(on)}`
    const values = Object.entries(dossierIndicators)
      .filter(([, one]) => one.on === on)
      .map(([id, { counts, met }]) => sql`(${id}::text, ${counts}, ${met})`)
    await run(
      ctx.tx,
      sql`insert into reporting.index_day (day, owner_id, indicator, met, counted)
        select ${dayOf(column)}, d.owner_id, i.indicator, count(*) filter (where i.met), count(*)
        from ${days === undefined ? sql`services.dossier d` : dossiersOf(days, column)}
        cross join lateral (values ${sql.join(values)}) i (indicator, counts, met)
        where d.received_at is not null and ${column} is not null and i.counts group by 1, 2, 3`,
    )
  }
}

/** Day by day, so that each is one range of the index. */
const dossiersOf = (days: Fragment, column: Fragment): Fragment => sql`unnest(${days}) as given (day)
  join services.dossier d on ${column} >= given.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and ${column} < (given.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
