import type { Queries } from '#kernel/database/connect.ts'
import { run, sql } from '#kernel/database/query.ts'

/**
 * After a restore: whether the platform of payments was told of a payment that waits to be told is not known. It is asked about, never told again;
 * what the platform does not know ends as failed in time, and can be paid anew.
 */
export const askInsteadOfTelling = (tx: Queries, at: Date): Promise<number> =>
  run(
    tx,
    sql`update payments.attempt set state = 'pending', next_ask_at = ${at} where state = 'new' and method = 'online'`,
  )
