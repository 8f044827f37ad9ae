import { find, run, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import { reorganizationProblems } from './problems.ts'

/** Held by whoever opens work or files, shared, and alone by whoever begins to take a reorganisation back. */
const opening = 7_240_022

/** Waits for all work that is being opened, and lets nobody open more, until the transaction ends. */
export const holdOpenings = (tx: Queries): Promise<unknown> => run(tx, sql`select pg_advisory_xact_lock(${opening})`)

/**
 * Refuses to open work in a unit whose place in the organisation is just being taken back: it would stay on a unit that is no more.
 * The lock is a statement of its own: what is read after it sees what was committed while it was waited for.
 */
export async function mustStand(tx: Queries, unitIds: readonly string[]): Promise<void> {
  await write(tx, sql`select pg_advisory_xact_lock_shared(${opening})`)
  const takenBack = await find(
    tx,
    sql`select 1 from directory.reorganization r where r.status = 'undoing' and (
        exists (select 1 from directory.unit_succession s where s.reorganization_id = r.id and s.to_unit_id = any(${unitIds}::uuid[]))
        or exists (select 1 from directory.reorganized_row w where w.reorganization_id = r.id and w.entity = 'unit_version' and w.was_added
          and w.key = any(${unitIds}::text[])))`,
  )
  if (takenBack !== undefined)
    throw new Problem('organizationTakenBack', reorganizationProblems.organizationTakenBack, { retryAfterSeconds: 60 })
}
