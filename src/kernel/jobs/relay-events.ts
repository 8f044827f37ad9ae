import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { queues } from './create-queues.ts'

/** An event as a listener is told of it. */
export interface ToldEvent {
  readonly event: string
  readonly eventId: string
  readonly payload: unknown
  readonly requestId: string
}

/** A job of the queue: one event for one listener, or for one that gathers all that left the outbox together. */
export type EventJob = { readonly listener: string } & (ToldEvent | { readonly gathered: readonly ToldEvent[] })

/** A listener to which an event is anything. */
export interface Concerned {
  readonly name: string
  readonly gathers: boolean
}

export type ConcernedBy = (event: string, payload: unknown) => readonly Concerned[]

interface OutboxRow {
  readonly id: string
  readonly event: string
  readonly payload: unknown
  readonly request_id: string
}

/**
 * Moves a batch of events from the outbox to the job queue in one transaction, a job for each listener, or one of the whole batch for one
 * that gathers: an event is in exactly one of the two. Several relays may run; each takes rows nobody else holds. Answers how many events it moved.
 */
export async function relayEvents(
  pool: pg.Pool,
  boss: PgBoss,
  concernedBy: ConcernedBy,
  batch: number,
): Promise<number> {
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
    const jobs = jobsOf(rows, concernedBy)
    if (jobs.length > 0) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      await boss.insert(
        queues.events,
        jobs.map((data) => ({ data })),
        { db },
      )
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

function jobsOf(rows: readonly OutboxRow[], concernedBy: ConcernedBy): EventJob[] {
  const single: EventJob[] = []
  const gathered = new Map<string, ToldEvent[]>()
  for (const { event, id: eventId, payload, request_id: requestId } of rows) {
    const told = { event, eventId, payload, requestId }
    for (const { name, gathers } of concernedBy(event, payload)) {
      if (!gathers) single.push({ listener: name, ...told })
      else if (gathered.get(name)?.push(told) === undefined) gathered.set(name, [told])
    }
  }
  return [...single, ...[...gathered].map(([listener, events]) => ({ listener, gathered: events }))]
}
