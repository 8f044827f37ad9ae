import { find, sql } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'

/** PostgreSQL channel on which processes hear that sessions, accounts, posts or delegations changed. */
export const rightsChannel = 'rights_changed'

const told = new WeakSet<Queries>()

/** Tells every process, when this transaction commits, to forget what it knows of who may do what. */
export const tellRightsChanged = (tx: Queries) => {
  told.add(tx)
  return find(tx, sql`select pg_notify(${rightsChannel}, '')`)
}

/** Whether a transaction changed rights: the process that committed it forgets at once, before the notice comes round. */
export const changedRights = (tx: Queries): boolean => told.has(tx)
