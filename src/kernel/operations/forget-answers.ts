import type { Queries } from '../database/connect.ts'
import { run, sql } from '../database/query.ts'

const keptDays = 7

/** Forgets what was answered under idempotency keys a week ago: nobody tries again by then. Answers how many. */
export const forgetAnswers = (tx: Queries, now: Date): Promise<number> =>
  run(tx, sql`delete from kernel.idempotency where at < ${new Date(now.getTime() - keptDays * 86_400_000)}`)
