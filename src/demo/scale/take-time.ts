import type { Queries } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'

/** To be said in each transaction: a connection that rests meanwhile is another one after. */
export async function takeTime(on: Queries): Promise<void> {
  for (const setting of [
    'statement_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
    `work_mem = '128MB'`,
    `maintenance_work_mem = '512MB'`,
    // Everything that is pointed at is copied with what points at it: looking each up would take longer than all the rest.
    'session_replication_role = replica',
  ])
    await run(on, sql.raw(`set ${setting}`))
}
