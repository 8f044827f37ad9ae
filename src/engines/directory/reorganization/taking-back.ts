import { rows, run, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import { reorganizationProblems } from './problems.ts'

/** Held by whoever opens work or files, shared, and alone by whoever begins to take a reorganisation back. */
const opening = 7_240_022

/** Waits for all work that is being opened, and lets nobody open more, until the transaction ends. */
export const holdOpenings = (tx: Queries): Promise<unknown> => run(tx, sql`select pg_advisory_xact_lock(${opening})`)

/**
 * The units whose place in the organisation is just being taken back: hardly ever any. None is added until the transaction ends.
 * The lock is a statement of its own: what is read after it sees what was committed while it was waited for.
 */
export async function unitsTakenBack(tx: Queries): Promise<ReadonlySet<string>> {
  await write(tx, sql`select pg_advisory_xact_lock_shared(${opening})`)
  const found = await rows(
    tx,
    sql<{ unitId: string }>`
      select s.to_unit_id::text as unit_id from directory.reorganization r
        join directory.unit_succession s on s.reorganization_id = r.id where r.status = 'undoing'
      union all
      select w.key from directory.reorganization r
        join directory.reorganized_row w on w.reorganization_id = r.id and w.entity = 'unit_version' and w.was_added
        where r.status = 'undoing'`,
  )
  return new Set(found.map(({ unitId }) => unitId))
}

/**
 * Refuses to open work in such a unit: it would stay on a unit that is no more. `takenBack` is given where this transaction has
 * read it already.
 */
export async function mustStand(
  tx: Queries,
  unitIds: readonly string[],
  takenBack?: ReadonlySet<string>,
): Promise<void> {
  const unfit = takenBack ?? (await unitsTakenBack(tx))
  if (unitIds.some((id) => unfit.has(id)))
    throw new Problem('organizationTakenBack', reorganizationProblems.organizationTakenBack, { retryAfterSeconds: 60 })
}
