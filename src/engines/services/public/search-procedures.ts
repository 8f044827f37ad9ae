import { get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fold } from '#values/text.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { validOn } from '#engines/directory/index.ts'
import type { Procedure } from '../declare.ts'
import { isComplete, onlineLevelOf, procedureVersion } from '../procedure/procedure.ts'

export interface FoundProcedure {
  readonly code: string
  readonly name: Words
  readonly everydayName: Words | null
  readonly field: Words
  readonly sector: string
  readonly level: string
  readonly onlineLevel: number
  readonly isComplete: boolean
  /** The day of the next version that is announced. */
  readonly changesOn: PlainDate | null
}

export interface FoundProcedures {
  readonly rows: FoundProcedure[]
  /** Nothing has these words; the rows are only spelt alike. */
  readonly isAlike: boolean
}

export interface ProcedureSearch {
  readonly text?: string | undefined
  readonly lifeEvent?: string | undefined
  readonly level?: string | undefined
  readonly sector?: string | undefined
  readonly limit: number
}

/**
 * Finds procedures by words without tone marks (all must occur, the last one may be unfinished), abbreviation, life event,
 * level or sector, each as it is in force on a day. What has the words together comes first, in its name before elsewhere, and the
 * shortest name, the ordinary case, before its special ones; nothing found by words falls back to
 * likeness, for misspellings.
 */
export async function searchProcedures(tx: Queries, search: ProcedureSearch, on: PlainDate): Promise<FoundProcedures> {
  const { versions, isAlike } = await findVersions(tx, search, on)
  const found = await Promise.all(
    versions.map(async ({ versionId, changesOn }) => ({
      ...viewFound(await procedureVersion(tx, versionId), on),
      changesOn,
    })),
  )
  return { rows: found, isAlike }
}

const viewFound = (procedure: Procedure, on: PlainDate): Omit<FoundProcedure, 'changesOn'> => ({
  code: procedure.code,
  name: procedure.name,
  everydayName: procedure.everydayName ?? null,
  field: procedure.field,
  sector: procedure.sector,
  level: procedure.level,
  onlineLevel: onlineLevelOf(procedure, on),
  isComplete: isComplete(procedure),
})

interface FoundVersion {
  readonly versionId: string
  readonly changesOn: PlainDate | null
}

/** Versions only: what they say is kept in memory, and reading it out of long declarations for each reader costs most of the search. */
async function findVersions(
  tx: Queries,
  search: ProcedureSearch,
  on: PlainDate,
): Promise<{ versions: FoundVersion[]; isAlike: boolean }> {
  const words = fold(search.text ?? '')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '')
  const from = sql`select p.version_id, (select min(n.valid_from) from services.procedure n
      where n.code = p.code and n.valid_from > ${on}) as changes_on
    from services.procedure p where ${filterOf(search, on)}`
  const rowsOf = (rest: Fragment) => rows(tx, sql<FoundVersion>`${from} ${rest} limit ${search.limit}`)
  if (words.length === 0)
    return { versions: await rowsOf(sql`order by p.is_complete desc, p.name, p.code`), isAlike: false }
  const query = `${words.map((word) => `'${word}'`).join(' & ')}:*`
  const text = words.join(' ')
  const found = await rowsOf(sql`and p.words @@ to_tsquery('simple', ${query})
    order by p.is_complete desc, position(${text} in p.folded) = 0, position(${text} in kernel.fold(p.name)) = 0,
      length(p.name), p.code`)
  if (found.length > 0) return { versions: found, isAlike: false }
  const alike = await rowsOf(
    sql`and word_similarity(${text}, p.folded) > 0.45 order by word_similarity(${text}, p.folded) desc, p.is_complete desc, length(p.folded), p.code`,
  )
  return { versions: alike, isAlike: alike.length > 0 }
}

/** The online level on a day, as `onlineLevelOf` finds it. */
const onlineLevelOn = (on: PlainDate): Fragment =>
  sql`coalesce((select (l.row->>'level')::int from jsonb_array_elements(p.online_levels) with ordinality as l (row, at)
    where coalesce(l.row->>'from', '') <= ${on}::text and coalesce(l.row->>'to', '9999') > ${on}::text order by l.at desc limit 1), 1)`

function filterOf(search: ProcedureSearch, on: PlainDate): Fragment {
  const parts = [validOn('p', on)]
  if (search.lifeEvent !== undefined) parts.push(sql`${search.lifeEvent} = any(p.life_events)`)
  if (search.level !== undefined) parts.push(sql`p.level = ${search.level}`)
  if (search.sector !== undefined) parts.push(sql`p.sector = ${search.sector}`)
  return sql.join(parts, sql` and `)
}

/** How many procedures there are on a day, and how many can be filed online (levels 3 and 4). */
export const countProcedures = (tx: Queries, on: PlainDate) =>
  get(
    tx,
    sql<{ all: number; online: number; complete: number }>`select count(*)::int as all,
      count(*) filter (where ${onlineLevelOn(on)} >= 3)::int as online, count(*) filter (where is_complete)::int as complete
      from services.procedure p where ${validOn('p', on)}`,
  )
