import { find, rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { longAgo } from './publish-procedures.ts'

/** `replaced`: another took its place before its day came. */
export type VersionState = 'waiting' | 'in-force' | 'ended' | 'replaced'

export interface VersionRow {
  readonly number: number
  readonly state: VersionState
  /** The days on which it counts, `to` not included; without `from` since before the platform, without `to` until another comes. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  /** The day from which the declaration says that no more dossiers are taken. */
  readonly closedFrom: PlainDate | null
  readonly publishedAt: Date
  readonly digest: string
  readonly openDossiers: number
}

/** The versions of a procedure, newest first, with the days each counts and how many open dossiers keep it. */
export const versionsOf = (tx: Queries, code: string, on: PlainDate): Promise<VersionRow[]> =>
  rows(
    tx,
    sql<VersionRow>`select v.number, v.published_at, v.digest, v.effective_to as closed_from, nullif(p.valid_from, ${longAgo}::date) as "from", p.valid_to as "to",
        case when p.version_id is null then 'replaced' when p.valid_from > ${on} then 'waiting'
          when p.valid_to <= ${on} then 'ended' else 'in-force' end as state,
        (select count(*)::int from services.dossier d where d.procedure_code = v.code and coalesce(d.process_version_id, d.version_id) = v.id and d.is_open) as open_dossiers
      from services.procedure_version v left join services.procedure p on p.version_id = v.id
      where v.code = ${code} order by v.number desc`,
  )

/** One version's declaration, as published. */
export const versionDeclaration = (tx: Queries, code: string, number: number) =>
  find(
    tx,
    sql<{
      declaration: unknown
    }>`select declaration from services.procedure_version where code = ${code} and number = ${number}`,
  )
