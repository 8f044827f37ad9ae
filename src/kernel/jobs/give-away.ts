import type pg from 'pg'
import type { JobAttempt, PgBoss } from 'pg-boss'
import { queues } from './create-queues.ts'

const atOnce = 1000

interface Lost extends JobAttempt {
  readonly name: string
}

/**
 * Gives the work of workers that are gone to others; answers how much it was. The queue's own supervision would do it too, but counts
 * every job whenever it looks, which is too dear for every second. Work that was taken up again meanwhile is left alone.
 */
export async function giveAway(pool: pg.Pool, boss: PgBoss): Promise<number> {
  const { rows } = await pool.query<Lost>(
    `select name, id, retry_count as "retryCount" from pgboss.job
      where name = any($1) and state = 'active' and heartbeat_on + heartbeat_seconds * interval '1 second' < pgboss.job_now()
      limit ${atOnce}`,
    [[queues.events, queues.schedule]],
  )
  for (const [name, jobs] of Map.groupBy(rows, (row) => row.name))
    await boss.fail(name, jobs, { message: 'nothing was heard of its worker' })
  return rows.length
}
