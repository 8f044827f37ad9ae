import { sql, type Fragment } from '#kernel/database/query.ts'
import type { PlainDate } from '#values/plain-date.ts'

/** Of fewer marks none is shown, so that nobody learns what one person thought. */
export const fewestShown = 10

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

export const startOf = ({ from }: Period): Fragment => sql`(${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
export const endOf = ({ to }: Period): Fragment => sql`(${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
const yearOf = (at: Fragment) => sql`date_trunc('year', ${at} at time zone 'Asia/Ho_Chi_Minh')`

/** So far back a period is counted from: tens are put together anew each year. */
export const fromYearOf = (period: Period): Fragment => sql`${yearOf(startOf(period))} at time zone 'Asia/Ho_Chi_Minh'`

/**
 * Marks of a period, each with whether it is shown (`is_shown`): those of a group (`id`, `at_desk`) are put together by tens in the order in
 * which they came, a ten is shown once it is whole, in the period of its last mark. Two periods that overlap differ by whole tens, so that
 * nothing is learnt of one mark by asking twice. `marks` is a query of `id, at_desk, dossier_id, mark, rated_at` from {@link fromYearOf} on.
 */
export const shownMarks = (marks: Fragment, period: Period): Fragment => sql`
  select id, at_desk, mark, rated_at >= ${startOf(period)} as is_counted,
    count(*) over ten = ${fewestShown} and max(rated_at) over ten >= ${startOf(period)} as is_shown
  from (select m.*, ${yearOf(sql`m.rated_at`)} as year, (row_number() over (
      partition by m.id, m.at_desk, ${yearOf(sql`m.rated_at`)} order by m.rated_at, m.dossier_id) - 1) / ${fewestShown}::int as number
    from (${marks}) m where m.rated_at < ${endOf(period)}) m
  window ten as (partition by id, at_desk, year, number)`
