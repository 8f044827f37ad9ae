import type { Queries } from '#kernel/database/connect.ts'
import { find, sql } from '#kernel/database/query.ts'

/**
 * Takes one of the trail's locks until the transaction ends; false while another process holds it (with `wait`, waits for it). What
 * the last holder committed is seen by the next statement, not by this one.
 */
export async function takeTurn(tx: Queries, lock: number, wait: boolean): Promise<boolean> {
  const taken = wait
    ? await find(tx, sql<{ taken: boolean }>`select true as taken from pg_advisory_xact_lock(${lock})`)
    : await find(tx, sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${lock}) as taken`)
  return taken?.taken ?? false
}
