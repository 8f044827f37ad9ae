import { sql, write } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'
import { distrustMemory, distrusts } from '../database/memory.ts'

/** PostgreSQL channel on which processes hear that sessions, accounts, units, posts, delegations, the calendar or procedures changed. */
export const rightsChannel = 'rights_changed'

/** Tells every process, when this transaction commits, to forget what it knows of who may do what, and of what seldom changes. */
export async function tellRightsChanged(tx: Queries): Promise<void> {
  // One notice goes out at the commit, however often it is asked for.
  if (tx.unwaited !== undefined && distrusts(tx)) return
  distrustMemory(tx)
  await write(tx, sql`select pg_notify(${rightsChannel}, '')`)
}

/** Whether a transaction changed rights: the process that committed it forgets at once, before the notice comes round. */
export const changedRights = distrusts
