import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import type { Offices } from '#engines/calendar/index.ts'
import { attendedKeys } from '#engines/directory/index.ts'
import type { TaskRow } from '#engines/workflow/index.ts'
import type { WorkPlace } from './forecast.ts'
import { leastMeasured } from './step-time.ts'

/** So much work that is due earlier is enough to know. */
const mostAhead = 200
const paceDays = 28

/** How the posts and functions stand that have this work, in its order. */
export async function workPlaces(
  ctx: Context,
  offices: Offices,
  tasks: readonly TaskRow[],
): Promise<ReadonlyMap<string, WorkPlace>> {
  if (tasks.length === 0) return new Map()
  const keys = [...new Set(tasks.map(({ assignee }) => assignee))]
  const attended = await attendedKeys(ctx.tx, keys, dateAt(ctx.now()))
  const since = instantOf(addDays(dateAt(ctx.now()), -paceDays))
  const finished = await finishedBy(ctx, keys, since)
  const ahead = await aheadOf(ctx, tasks)
  return new Map(
    tasks.map(({ id, assignee, unitId }) => {
      const count = finished.get(assignee) ?? 0
      const minutes = offices.workingTimeOf(unitId).workingMinutesBetween(since, ctx.now())
      return [
        id,
        {
          isAttended: attended.has(assignee),
          ahead: ahead.get(id) ?? 0,
          pace: count < leastMeasured ? undefined : minutes / count,
        },
      ]
    }),
  )
}

/** How much work the holders of these posts and functions finished since a moment. */
async function finishedBy(ctx: Context, keys: readonly number[], since: Date): Promise<ReadonlyMap<number, number>> {
  const found = await rows(
    ctx.tx,
    sql<{ key: number; count: number }>`select q.key, count(t.id)::int as count from directory.principal q
      join directory.post p on p.id = q.post_id or q.kind = 'function' and p.unit_id = q.unit_id and p.function = q.function
      join workflow.task t on t.closed_by = p.key and not t.is_open and t.closed_at >= ${since}
      where q.key = any(${keys}::int[]) group by q.key`,
  )
  return new Map(found.map(({ key, count }) => [key, count]))
}

/** How much open work with a running clock is due before each of these with whoever has it. */
async function aheadOf(ctx: Context, tasks: readonly TaskRow[]): Promise<ReadonlyMap<string, number>> {
  const found = await rows(
    ctx.tx,
    sql<{ id: string; ahead: number }>`select mine.id, before.ahead from workflow.task mine
      cross join lateral (select count(*)::int as ahead from (
        select from workflow.task t where t.assignee = mine.assignee and t.is_open and not t.is_waiting
          and (t.due, t.id) < (mine.due, mine.id) limit ${mostAhead}) listed) before
      where mine.id = any(${tasks.map(({ id }) => id)}::uuid[])`,
  )
  return new Map(found.map(({ id, ahead }) => [id, ahead]))
}
