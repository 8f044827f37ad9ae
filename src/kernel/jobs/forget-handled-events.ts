import type { Queries } from '../database/connect.ts'
import { run, sql } from '../database/query.ts'

/** Longer than any job is tried again: it is given up after days. */
const keptDays = 60

/** Forgets which listener has done which event, once nobody delivers it again. Answers how many. */
export const forgetHandledEvents = (tx: Queries, now: Date): Promise<number> =>
  run(tx, sql`delete from kernel.handled_event where at < ${new Date(now.getTime() - keptDays * 86_400_000)}`)
