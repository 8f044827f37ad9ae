import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { queues } from './create-queues.ts'

export interface EventJob {
  readonly listener: string
  readonly event: string
  readonly eventId: string
  readonly payload: unknown
  readonly requestId: string
}

/** The names of the listeners to which an event is anything. */
export type Concerned = (event: string, payload: unknown) => readonly string[]

interface OutboxRow {
  readonly id: string
  readonly event: string
  readonly payload: unknown
  readonly request_id: string
}

/**
 * Moves a batch of events from the outbox to the job queue, one job per listener, in one transaction: an event is in exactly
 * one of the two. Several relays may run; each takes rows nobody else holds. Answers how many events it moved.
 */
export async function relayEvents(pool: pg.Pool, boss: PgBoss, concerned: Concerned, batch: number): Promise<number> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    // Without a name: behind a pooler each transaction may be on another connection, and a name belongs to one.
    const { rows } = await client.query<OutboxRow>(
      `delete from kernel.outbox where id in (
         select id from kernel.outbox order by id limit $1 for update skip locked
       ) returning id::text, event, payload, request_id`,
      [batch],
    )
    const jobs = rows.flatMap((row) =>
      concerned(row.event, row.payload).map((listener) => ({ data: toJob(row, listener) })),
    )
    if (jobs.length > 0) {
      await boss.insert(queues.events, jobs, { db: { executeSql: (text, values) => client.query(text, values) } })
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    broken = error as Error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(broken)
  }
}

const toJob = (row: OutboxRow, listener: string): EventJob => ({
  listener,
  event: row.event,
  eventId: row.id,
  payload: row.payload,
  requestId: row.request_id,
})
