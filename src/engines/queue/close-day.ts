import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, zone } from '#values/plain-date.ts'
import { tellBoards } from './board.ts'

/**
 * Ends what officers who went home without closing their desk left of an earlier day: whoever they served last has gone, when is not known and counts in no
 * time of serving; the desk is free for whoever comes. Nobody who still works is touched, however often it runs.
 */
export async function closeDay(ctx: Context): Promise<void> {
  const today = dateAt(ctx.now())
  await run(ctx.tx, sql`update queue.ticket set state = 'done' where state = 'called' and day < ${today}`)
  const left = await rows(
    ctx.tx,
    sql<{ centreId: string }>`update queue.desk set officer_id = null, state = 'closed', back_at = null
      where officer_id is not null and (sat_at is null or (sat_at at time zone ${zone})::date < ${today}) returning centre_id`,
  )
  for (const centreId of new Set(left.map((desk) => desk.centreId))) await tellBoards(ctx.tx, centreId)
}
