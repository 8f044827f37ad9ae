import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'

/** A version whose process open dossiers go by, or that counts and may be filed by until another does. */
export interface OpenVersion {
  readonly id: string
  readonly number: number
  /** By which versions these dossiers were filed. */
  readonly filedBy: readonly string[]
  readonly dossiers: number
  /** How many stand at each step; of several steps side by side at each. */
  readonly at: Readonly<Record<string, number>>
}

/** All of them, the newest first. */
export const openVersions = (tx: Queries, code: string, on: PlainDate): Promise<OpenVersion[]> =>
  rows(
    tx,
    sql<OpenVersion>`with open as (
        select d.id, d.version_id, coalesce(d.process_version_id, d.version_id) as by, d.state
        from services.dossier d where d.procedure_code = ${code} and d.is_open
      ), stands as (
        select o.by, s.step, count(*)::int as count from open o, jsonb_to_recordset(o.state->'open') as s (step text) group by o.by, s.step
      )
      select v.id, v.number,
        coalesce((select array_agg(distinct o.version_id) from open o where o.by = v.id), array[v.id]) as filed_by,
        (select count(*)::int from open o where o.by = v.id) as dossiers,
        coalesce((select jsonb_object_agg(s.step, s.count) from stands s where s.by = v.id), '{}') as at
      from services.procedure_version v
      where v.code = ${code} and (exists (select from open o where o.by = v.id)
        or exists (select from services.procedure p where p.version_id = v.id and ${validOn('p', on)}))
      order by v.number desc`,
  )
