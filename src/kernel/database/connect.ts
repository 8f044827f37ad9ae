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

/** What holds of every session: nothing runs or waits for ever. */
const sessionSettings = '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000'

export interface PoolOptions {
  readonly size: number
  /** Taken on by every connection before its first query. */
  readonly role?: string
  readonly name?: string
  /**
   * Through a pooler that gives a connection for one transaction only: nothing can be kept in a session, so plans are not named, and
   * role and limits are what the login has by `alter role … set` (`mustBeLimited`).
   */
  readonly pooled?: boolean
}

/** Opens a pool. */
export function connect(url: string, { size, role, name = 'lien-thong', pooled = false }: PoolOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    ...(pooled ? {} : { options: `${sessionSettings}${role ? ` -c role=${role}` : ''}` }),
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  // An idle connection that breaks is removed by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // A connection that breaks while in use fails its query too; without a listener the event alone would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const memory = createMemory()
  const db: Database = {
    client: onAny(pool, pooled),
    memory,
    transaction: (work) => inTransaction(pool, memory, work, pooled),
  }
  return { db, pool, close: () => pool.end() }
}

/** Refuses a pooled way on which the platform would have more rights, or more time, than on the direct one. */
export async function mustBeLimited(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; statement: string; idle: string }>(
    `select current_user as role, current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`,
  )
  const { role, statement, idle } = rows[0] as { role: string; statement: string; idle: string }
  if (role !== workingRole || statement === '0' || idle === '0')
    throw new Error(
      `DATABASE_POOL_URL works as ${role}, statement_timeout ${statement}, idle_in_transaction_session_timeout ${idle}: set role to ${workingRole} and both limits for its login with \`alter role … set\``,
    )
}
