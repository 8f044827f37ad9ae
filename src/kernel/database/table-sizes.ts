import type { Queries } from './connect.ts'
import { rows, sql } from './query.ts'

/** What a table takes on the disk, with all its parts. */
export interface TableSize {
  readonly table: string
  /** Rows as PostgreSQL last estimated them. */
  readonly rows: number
  /** Rows and what was too long for their page. */
  readonly dataBytes: number
  readonly indexBytes: number
  readonly bytes: number
}

/** Every table of the platform, the largest first. Reads no table, only how large their files are. */
export const readTableSizes = (on: Queries): Promise<TableSize[]> =>
  rows(
    on,
    sql<TableSize>`select coalesce(i.inhparent, c.oid)::regclass::text as table, sum(greatest(c.reltuples, 0))::bigint as rows,
        sum(pg_table_size(c.oid))::bigint as data_bytes, sum(pg_indexes_size(c.oid))::bigint as index_bytes,
        sum(pg_total_relation_size(c.oid))::bigint as bytes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_inherits i on i.inhrelid = c.oid
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
      group by 1 order by bytes desc, 1`,
  )
