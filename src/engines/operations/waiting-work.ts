import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Events that were committed and not yet handed to their listeners. */
export const readOutbox = (tx: Queries) =>
  get(
    tx,
    sql<{
      waiting: number
      oldest: Date | null
    }>`select count(*)::int as waiting, min(at) as oldest from kernel.outbox`,
  )

/** E-mails that wait for their turn, and those that failed or are stuck on their way. */
export const readEmails = (tx: Queries) =>
  get(
    tx,
    sql<{
      waiting: number
      failed: number
      oldest: Date | null
    }>`select count(*) filter (where e.state = 'waiting')::int as waiting,
        count(*) filter (where e.state in ('failed', 'sending'))::int as failed, min(coalesce(m.at, e.next_at)) filter (where e.state = 'waiting') as oldest
      from notification.email e left join notification.message m on m.id = e.message_id where e.state <> 'sent'`,
  )
