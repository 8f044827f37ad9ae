import type { Queries } from '../database/connect.ts'
import { sql, write } from '../database/query.ts'
import type { PendingEvent } from './context.ts'

/** Writes events beside the work that caused them. */
export async function writeEvents(tx: Queries, events: readonly PendingEvent[], requestId: string): Promise<void> {
  const names = events.map((one) => one.event)
  const payloads = events.map((one) => JSON.stringify(one.payload))
  await write(
    tx,
    sql`insert into kernel.outbox (event, payload, request_id)
      select event, payload::jsonb, ${requestId} from unnest(${names}::text[], ${payloads}::text[]) as given (event, payload)`,
  )
}
