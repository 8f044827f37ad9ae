import { find, sql } from '../database/query.ts'
import type { Queries } from '../database/connect.ts'

/** PostgreSQL channel on which processes hear that sessions, accounts, posts or delegations changed. */
export const rightsChannel = 'rights_changed'

/** Tells every process, when this transaction commits, to forget what it knows of who may do what. */
export const tellRightsChanged = (tx: Queries) => find(tx, sql`select pg_notify(${rightsChannel}, '')`)
