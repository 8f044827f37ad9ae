import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { zone, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { centreOf } from './centre.ts'

interface TimesRow {
  readonly key: string
  readonly name: Words | null
  readonly taken: number
  readonly served: number
  readonly waitP50: number | null
  readonly waitP95: number | null
  readonly serveP50: number | null
  readonly serveP95: number | null
}

type By = 'service' | 'hour' | 'desk'

const grouped: Readonly<Record<By, { readonly key: Fragment; readonly name: Fragment }>> = {
  service: { key: sql`s.letter`, name: sql`s.name` },
  hour: { key: sql`to_char(t.taken_at at time zone ${zone}, 'HH24')`, name: sql`null::jsonb` },
  desk: { key: sql`to_char(d.number, 'FM00')`, name: sql`null::jsonb` },
}

const minutes = (share: number, from: Fragment, to: Fragment) =>
  sql`(percentile_cont(${share}) within group (order by extract(epoch from ${to} - ${from})) filter (where ${to} is not null) / 60)::float`

/** Minutes of waiting and serving, the median and the 95th of a hundred, from a day up to and with another. */
export async function viewTimes(
  ctx: Context,
  { from, to, by }: { from: PlainDate; to: PlainDate; by: By },
): Promise<TimesRow[]> {
  const centre = await centreOf(ctx, 'queue.manage')
  const { key, name } = grouped[by]
  const ended = sql`case when t.state = 'done' then t.ended_at end`
  return rows(
    ctx.tx,
    sql<TimesRow>`select g.* from (
        select ${key} as key, ${name} as name, count(*)::int as taken, count(*) filter (where t.state = 'done')::int as served,
          ${minutes(0.5, sql`t.taken_at`, sql`t.first_called_at`)} as wait_p50,
          ${minutes(0.95, sql`t.taken_at`, sql`t.first_called_at`)} as wait_p95,
          ${minutes(0.5, sql`t.called_at`, ended)} as serve_p50,
          ${minutes(0.95, sql`t.called_at`, ended)} as serve_p95
        from queue.ticket t join queue.service s on s.id = t.service_id left join queue.desk d on d.id = t.desk_id
        where t.centre_id = ${centre.id} and t.day between ${from} and ${to} group by 1, 2
      ) g where g.key is not null order by g.key limit 200`,
  )
}
