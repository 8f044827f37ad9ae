import { get, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** Whether the upload `u` came whole and waits for the check or the virus scan: it is not resent, so its age does not end it. */
export const isWaiting: Fragment = sql`(u.ended_at is null and exists (
  select 1 from files.file f where f.id = u.id and f.state = 'received'))`

/** Files that came whole and wait for the check or the virus scan. */
export const readWaitingFiles = (tx: Queries) =>
  get(
    tx,
    sql<{ waiting: number; oldest: Date | null }>`select count(*)::int as waiting, min(f.created_at) as oldest
      from files.file f join files.upload u on u.id = f.id where f.state = 'received' and u.ended_at is null`,
  )
