import { rows, run, sql } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'
import { queues } from './create-queues.ts'

export interface QueueState {
  readonly name: string
  readonly waiting: number
  readonly running: number
  readonly retrying: number
  readonly failed: number
  readonly oldestWaiting: Date | null
}

/** How much work waits, runs and failed, by queue. Finished jobs leave after a while and are not counted. */
export const queueStates = (tx: Queries): Promise<QueueState[]> =>
  rows(
    tx,
    sql<QueueState>`select name, count(*) filter (where state = 'created')::int as waiting, count(*) filter (where state = 'active')::int as running,
        count(*) filter (where state = 'retry')::int as retrying, count(*) filter (where state = 'failed')::int as failed,
        min(created_on) filter (where state = 'created') as oldest_waiting
      from pgboss.job group by name order by name`,
  )

export interface FailedJob {
  readonly id: string
  readonly data: unknown
  readonly output: unknown
  readonly createdOn: Date
}

/** Work that was given up after all its tries, newest first. */
export const failedJobs = (tx: Queries): Promise<FailedJob[]> =>
  rows(
    tx,
    sql<FailedJob>`select id, data, output, created_on from pgboss.job where name = ${queues.failed} and state = 'created' order by created_on desc limit 100`,
  )

/** Puts given-up work back into its queue; answers 0 when it is not there any more. */
export const retryFailedJob = (tx: Queries, id: string): Promise<number> =>
  run(
    tx,
    sql`update pgboss.job set name = case when data ? 'listener' then ${queues.events} else ${queues.schedule} end, state = 'created', retry_count = 0, start_after = now()
      where id = ${id} and name = ${queues.failed} and state = 'created'`,
  )
