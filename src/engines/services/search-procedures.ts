import { find, get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fold } from '#values/text.ts'
import type { Words } from '#values/words.ts'

export interface FoundProcedure {
  readonly code: string
  readonly name: Words
  readonly everydayName: Words | null
  readonly field: Words
  readonly sector: string
  readonly level: string
  readonly onlineLevel: number | null
  readonly isComplete: boolean
}

export interface ProcedureSearch {
  readonly text?: string | undefined
  readonly lifeEvent?: string | undefined
  readonly level?: string | undefined
  readonly sector?: string | undefined
  readonly limit: number
}

const foundColumns = sql`p.code, v.declaration->'name' as name, v.declaration->'everydayName' as everyday_name,
  v.declaration->'field' as field, p.sector, p.level, p.online_level, p.is_complete`

/**
 * Finds procedures by words without tone marks (all must occur, the last one may be unfinished), abbreviation, life event,
 * level or sector. What fits the name best comes first; nothing found by words falls back to likeness, for misspellings.
 */
export async function searchProcedures(tx: Queries, search: ProcedureSearch): Promise<FoundProcedure[]> {
  const words = fold(search.text ?? '')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '')
  const filter = filterOf(search)
  if (words.length === 0)
    return rows(
      tx,
      sql<FoundProcedure>`${from} where ${filter} order by p.is_complete desc, p.name, p.code limit ${search.limit}`,
    )
  const query = words.map((word) => `'${word}':*`).join(' & ')
  const text = words.join(' ')
  const found = await rows(
    tx,
    sql<FoundProcedure>`${from} where p.words @@ to_tsquery('simple', ${query}) and ${filter}
      order by p.is_complete desc, position(${text} in p.folded) = 0, position(${text} in p.folded), length(p.folded), p.code limit ${search.limit}`,
  )
  if (found.length > 0) return found
  return rows(
    tx,
    sql<FoundProcedure>`${from} where word_similarity(${text}, p.folded) > 0.45 and ${filter}
      order by word_similarity(${text}, p.folded) desc, p.code limit ${search.limit}`,
  )
}

const from = sql`select ${foundColumns} from services.procedure p join services.procedure_version v on v.id = p.version_id`

function filterOf(search: ProcedureSearch): Fragment {
  const parts = [sql`true`]
  if (search.lifeEvent !== undefined) parts.push(sql`${search.lifeEvent} = any(p.life_events)`)
  if (search.level !== undefined) parts.push(sql`p.level = ${search.level}`)
  if (search.sector !== undefined) parts.push(sql`p.sector = ${search.sector}`)
  return sql.join(parts, sql` and `)
}

/** How many procedures there are, and how many can be filed online (levels 3 and 4). */
export const countProcedures = (tx: Queries) =>
  get(
    tx,
    sql<{ all: number; online: number; complete: number }>`select count(*)::int as all,
      count(*) filter (where online_level >= 3)::int as online, count(*) filter (where is_complete)::int as complete from services.procedure`,
  )

export interface VersionRow {
  readonly number: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly publishedAt: Date
  readonly digest: string
  readonly inForce: boolean
  readonly openDossiers: number
}

/** The versions of a procedure, newest first, with how many open dossiers keep each. */
export const versionsOf = (tx: Queries, code: string): Promise<VersionRow[]> =>
  rows(
    tx,
    sql<VersionRow>`select v.number, v.effective_from, v.effective_to, v.published_at, v.digest, v.id = p.version_id as in_force,
        (select count(*)::int from services.dossier d where d.procedure_code = v.code and d.version_id = v.id and d.is_open) as open_dossiers
      from services.procedure_version v join services.procedure p on p.code = v.code where v.code = ${code} order by v.number desc`,
  )

/** One version's declaration, as published. */
export const versionDeclaration = (tx: Queries, code: string, number: number) =>
  find(
    tx,
    sql<{
      declaration: unknown
    }>`select declaration from services.procedure_version where code = ${code} and number = ${number}`,
  )
