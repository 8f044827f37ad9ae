import type { Queries } from '#kernel/database/connect.ts'
import { rows, sql } from '#kernel/database/query.ts'
import { foundations } from './classified-foundations.ts'
import { others } from './classified-others.ts'
import { services } from './classified-services.ts'
import { rules, type Classified, type Rule } from './rule.ts'

/** What becomes of every table and every column that could hold anything of a person. */
export const classified: Classified = { ...foundations, ...services, ...others }

/** Ids, instants, numbers, yes or no. */
const speechless = `{uuid,uuid[],timestamptz,timestamp with time zone,integer,integer[],bigint,bigint[],smallint,boolean,numeric,double precision,double precision[],real,xid8}`

export interface Column {
  readonly table: string
  readonly name: string
}

/** The columns of the database that could say something of a person: neither computed by the database, nor ids, instants or numbers. */
export const columnsThatSpeak = (on: Queries): Promise<Column[]> =>
  rows(
    on,
    sql<Column>`select c.oid::regclass::text as "table", a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss')
        and not format_type(a.atttypid, a.atttypmod) = any (${speechless}::text[])
      union all select 'pgboss.job', 'data'
      order by 1, 2`,
  )

export const columnsOf = (said: string | undefined): string[] => said?.split(' ') ?? []

/** The rule of each column of a table that is not emptied. */
export function rulesOf(table: Exclude<Classified[string], 'empty'>): Map<string, Rule> {
  const found = new Map<string, Rule>()
  for (const rule of Object.keys(rules) as Rule[]) for (const column of columnsOf(table[rule])) found.set(column, rule)
  return found
}
