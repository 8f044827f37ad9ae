import type { Queries } from '../database/connect.ts'
import { get, rows, sql, type RawBuilder } from '../database/query.ts'

/** A month or a year of a table that is kept in parts: rows with `since` ≤ at < `until`. */
export interface Part {
  readonly parent: string
  /** With its schema, as SQL writes it: audit.entry_2024_01. */
  readonly name: string
  readonly since: Date
  readonly until: Date
}

/** The parts of a table, oldest first, without the one that takes what none takes. */
export const partsOf = (on: Queries, parent: string): Promise<Part[]> =>
  rows(
    on,
    sql<Part>`select p.parent, i.inhrelid::regclass::text as name, first at time zone 'UTC' as since,
        (first + ('1 ' || p.period)::interval) at time zone 'UTC' as until
      from kernel.partitioned p
      join pg_inherits i on i.inhparent = p.parent::regclass
      cross join lateral (select substring(i.inhrelid::regclass::text from '_(\\d{4}(_\\d\\d)?)$') as said) n
      cross join lateral (select to_date(said, case p.period when 'month' then 'YYYY_MM' else 'YYYY' end)::timestamp as first) f
      where p.parent = ${parent} and said is not null order by first`,
  )

/** The table itself, in a statement. Its name is one that the database told. */
export const tableOf = ({ name }: Pick<Part, 'name'>): RawBuilder<unknown> => sql.raw(name)

/** Its rows, read through the table that it is a part of: whoever may read that need not own the part. */
export const rowsOf = ({ parent, since, until }: Part): RawBuilder<unknown> =>
  sql`(select * from ${sql.table(parent)} where at >= ${since} and at < ${until})`

/** Columns in their order, as SQL writes them. */
export const columnsOf = async (on: Queries, { name }: Part): Promise<string[]> =>
  (
    await get(
      on,
      sql<{ names: string[] }>`select array_agg(quote_ident(attname) order by attnum) as names from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`,
    )
  ).names

/** All rows in the order of their key; the same rows make the same bytes, in a session with {@link plainSession}. */
export const copyOutOf = ({ name }: Part, columns: readonly string[]): string =>
  `copy (select ${columns.join(', ')} from ${name} order by at, id) to stdout`

export const copyInto = ({ name }: Pick<Part, 'name'>, columns: readonly string[]): string =>
  `copy ${name} (${columns.join(', ')}) from stdin`

/** How values are written must not hang on where the session came from. */
export const plainSession = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1; set client_encoding = 'UTF8'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`
