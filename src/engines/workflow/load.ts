import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Scope } from '#kernel/operations/actor.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { reaches, validOn } from '#engines/directory/index.ts'

export interface LoadRow {
  readonly key: number
  readonly unitId: string
  readonly postId: string | null
  readonly name: string
  readonly title: string
  readonly unitName: string
  readonly open: number
  readonly late: number
  readonly dueToday: number
  readonly dueThisWeek: number
  /** Open, with a clock that stands: it has no day to be done by. */
  readonly waiting: number
  readonly doneThisWeek: number
}

export interface LoadTimes {
  readonly on: PlainDate
  readonly now: Date
  readonly endOfDay: Date
  readonly endOfWeek: Date
  readonly weekAgo: Date
}

/** Open, late and finished work of each post (and of each function nobody took from yet) in the units that a right reaches. */
export const loadOf = (tx: Queries, scope: Scope, times: LoadTimes): Promise<LoadRow[]> =>
  rows(
    tx,
    sql<LoadRow>`
      select q.key, q.unit_id, p.id as post_id, coalesce(person.full_name, '') as name, coalesce(p.title, r.title->>'vi', q.function) as title,
        v.name as unit_name, work.open, work.late, work.due_today, work.due_this_week, work.waiting, done.done_this_week
      from directory.principal q
      join directory.unit u on u.id = q.unit_id
      join directory.unit_version v on v.unit_id = u.id and ${validOn('v', times.on)}
      left join directory.post p on p.id = q.post_id
      left join directory.role r on r.function = q.function
      left join directory.appointment a on a.post_id = p.id and ${validOn('a', times.on)}
      left join directory.person on person.id = a.person_id
      cross join lateral (
        select count(*)::int as open, count(*) filter (where not t.is_waiting and t.due < ${times.now})::int as late,
          count(*) filter (where not t.is_waiting and t.due >= ${times.now} and t.due <= ${times.endOfDay})::int as due_today,
          count(*) filter (where not t.is_waiting and t.due >= ${times.now} and t.due <= ${times.endOfWeek})::int as due_this_week,
          count(*) filter (where t.is_waiting)::int as waiting
        from workflow.task t where t.assignee = q.key and t.is_open
      ) work
      cross join lateral (
        select count(*)::int as done_this_week from workflow.task t
        where t.closed_by = q.key and not t.is_open and t.closed_at >= ${times.weekAgo}
      ) done
      where q.kind <> 'unit' and ${reaches(scope, sql`u.key`)} ${scope === 'all' ? sql`and work.open > 0` : sql``}
        and (q.kind = 'post' and person.id is not null or work.open > 0)
      order by work.late desc, work.open desc, q.key limit 300`,
  )

/** Whether a key is that of a post or function in a unit that all these rights reach. */
export const isReached = async (tx: Queries, key: number, scopes: readonly Scope[]): Promise<boolean> => {
  const reached = scopes.map((scope) => reaches(scope, sql`u.key`))
  const found = await find(
    tx,
    sql`select 1 from directory.principal q join directory.unit u on u.id = q.unit_id
      where q.key = ${key} and q.kind <> 'unit' and ${sql.join(reached, sql` and `)}`,
  )
  return found !== undefined
}
