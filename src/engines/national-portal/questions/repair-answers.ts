import { every, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Cause } from '../declare.ts'

/** Tells again the answers that have a cause, or one of them, and has them compared afterwards. Answers how many. */
export const repairAnswers = (
  tx: Queries,
  { cause, id }: { readonly cause: Cause; readonly id?: string | undefined },
  at: Date,
): Promise<number> =>
  run(
    tx,
    sql`update national_portal.answer set wanted = wanted + 1, state = 'waiting', tries = 0, next_at = ${at}, changed_at = ${at}, cause = null,
        error = null, is_check_due = true
      where ${every([sql`cause = ${cause}`, id === undefined ? undefined : sql`petition_id = ${id}`])}`,
  )
