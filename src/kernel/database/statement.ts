import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type pg from 'pg'

/** Rows of a statement with their columns in camelCase, and how many it touched. */
export interface Outcome<Row> {
  readonly rows: Row[]
  readonly touched: number
}

/** What statements are sent through: the pool, or the client of one transaction. */
export interface Client {
  query(statement: pg.QueryArrayConfig<unknown[]>): Promise<pg.QueryArrayResult<unknown[]>>
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

/**
 * Sends one statement. It is prepared under a name, so that a connection plans it once: planning is most of the cost of small
 * statements. Statements sent without waiting for each other on one client go out together and are done in order.
 */
export async function send<Row>(on: Client, query: RawBuilder<Row>): Promise<Outcome<Row>> {
  const { sql: text, parameters } = query.compile(compiler)
  const name = nameOf(text)
  const { rows, fields, rowCount } = await on.query({
    text,
    ...(name === undefined ? {} : { name }),
    values: parameters as unknown[],
    rowMode: 'array',
  })
  return { rows: rowsOf(rows, fields) as Row[], touched: rowCount ?? 0 }
}

const names = new Map<string, string>()
/** A connection holds as many plans; texts beyond (lists built by hand) are planned each time. */
const mostNamed = 1000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNamed) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

function rowsOf(found: readonly unknown[][], fields: readonly pg.FieldDef[]): Record<string, unknown>[] {
  const columns = fields.map((field) => inCamelCase(field.name))
  return found.map((values) => {
    const row: Record<string, unknown> = {}
    for (const [place, column] of columns.entries()) row[column] = values[place]
    return row
  })
}

const columnNames = new Map<string, string>()

function inCamelCase(column: string): string {
  const known = columnNames.get(column)
  if (known !== undefined) return known
  const name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  columnNames.set(column, name)
  return name
}
