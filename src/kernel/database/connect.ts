import pg from 'pg'
import { createMemory, type Memory } from './memory.ts'
import type { Client } from './pipeline.ts'
import { inTransaction, onAny, type Unwaited } from './transaction.ts'

/** Either the pool or a transaction: what a query runs on. */
export interface Queries {
  readonly client: Client
  readonly memory: Memory
  /** What a transaction sent without waiting; it commits only if all of it was done. Absent outside of one. */
  readonly unwaited?: Unwaited
}

export interface Database extends Queries {
  /** Work in one transaction: committed when it answers, undone when it throws. */
  transaction<Value>(work: (tx: Queries) => Promise<Value>): Promise<Value>
}

/** The role the platform works as: it may not alter tables, and not change what was audited. */
export const workingRole = 'lien_thong_app'

// Sums and counts are far below 2^53; dates are civil dates, not instants at some midnight.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface Connection {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool. `role` is taken on by every connection before its first query. */
export function connect(url: string, options: { size: number; role?: string; name?: string }): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size,
    application_name: options.name ?? 'lien-thong',
    options: `-c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000${options.role ? ` -c role=${options.role}` : ''}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  // An idle connection that breaks is removed by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // A connection that breaks while in use fails its query too; without a listener the event alone would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const memory = createMemory()
  const db: Database = { client: onAny(pool), memory, transaction: (work) => inTransaction(pool, memory, work) }
  return { db, pool, close: () => pool.end() }
}
