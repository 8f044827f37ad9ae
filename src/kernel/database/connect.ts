import type { Socket } from 'node:net'
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

/** Longest time of one statement: the server ends it. */
const statementMs = 30_000

/** What holds of every session: nothing runs or waits for ever. */
const sessionSettings = `-c statement_timeout=${statementMs} -c idle_in_transaction_session_timeout=30000`

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
  /**
   * Longest silence of a server that owes an answer; 0 = any. It ends what takes longer than `statementMs` itself, so whoever says nothing
   * for longer is not there any more, or nothing reaches it: a cable, a firewall that forgot us, a machine that stands still.
   */
  readonly silenceMs?: number
}

/** Opens a pool. */
export function connect(url: string, options: PoolOptions): Connection {
  const { size, role, name = 'lien-thong', pooled = false, silenceMs = statementMs + 5000 } = options
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
  pool.on('connect', (client) => {
    client.on('error', () => {})
    leaveSilence(client, silenceMs)
  })
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

/** Breaks a connection whose server says nothing while it owes an answer, so that nobody waits for it for ever. */
function leaveSilence(client: pg.PoolClient, silenceMs: number): void {
  const inner = client as unknown as Inner
  const { stream } = inner.connection
  stream.setTimeout(silenceMs)
  stream.on('timeout', () => {
    if (inner._activeQuery) stream.destroy(Object.assign(new Error('the database is silent'), { code: 'ETIMEDOUT' }))
  })
}

/** What `pg` keeps of a connection, and its types do not say. */
interface Inner {
  readonly connection: { readonly stream: Socket }
  readonly _activeQuery: object | null
}
