import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { Client } from './pipeline.ts'

/** Rows of a statement, and how many it touched. */
export interface Outcome<Row> {
  readonly rows: Row[]
  readonly touched: number
}

/** Kysely composes and compiles; sending is ours, because its transactions send one statement at a time. */
const compiler = new Kysely<Record<never, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Sends one statement; with `canWait` together with the next one that cannot. */
export async function send<Row>(on: Client, query: RawBuilder<Row>, canWait = false): Promise<Outcome<Row>> {
  const { sql: text, parameters } = query.compile(compiler)
  try {
    const { rows, tag } = await on.query(text, parameters, canWait)
    return { rows: rows as Row[], touched: touchedBy(tag) }
  } catch (error) {
    if (error instanceof Error) traceToAsker(error)
    throw error
  }
}

const traced = new WeakSet<Error>()

/** The trace of what the server said ends at the socket; this one leads to whose statement it was, told first of those undone. */
function traceToAsker(error: Error): void {
  if (traced.has(error)) return
  traced.add(error)
  Error.captureStackTrace(error)
}

/** The number a command tag ends with: "INSERT 0 2", "SELECT 3"; 0 for one without. */
const touchedBy = (tag: string): number => Number(tag.slice(tag.lastIndexOf(' ') + 1)) || 0
