import { createHash, randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fold } from '#values/text.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Procedure } from './declare.ts'
import { isComplete } from './procedure.ts'

/** Far enough back for every dossier that the platform may hold. */
export const longAgo = '2000-01-01'

/** Where a version comes from: what the systems declare, or a file that was brought in. */
export type VersionOrigin = 'declared' | 'imported'

/**
 * Publishes procedures: a changed one becomes a new version, one that says what its origin said last stays. A new version counts
 * from its day, today at the earliest unless it is the first of its code; it follows what is in force and replaces what was
 * announced. Versions are never changed or removed. Answers the codes that got a new version; throws a RangeError when a code is
 * given twice.
 */
export async function publishProcedures(
  tx: Queries,
  procedures: readonly Procedure[],
  at: Date,
  origin: VersionOrigin = 'declared',
): Promise<string[]> {
  const today = dateAt(at)
  const twice = procedures.find(({ code }, index) => procedures.findIndex((one) => one.code === code) !== index)
  if (twice !== undefined) throw new RangeError(`procedure ${twice.code} is given twice`)
  const last = new Map((await rows(tx, lastOf(origin))).map((row) => [row.code, row]))
  const given = procedures
    .map((procedure) => ({ procedure, digest: digestOf(procedure) }))
    .filter(({ procedure, digest }) => last.get(procedure.code)?.digest !== digest)
    .map(({ procedure, digest }) => {
      const known = last.get(procedure.code)?.number ?? 0
      const from = procedure.effective.from ?? longAgo
      return {
        id: randomUUIDv7(),
        code: procedure.code,
        number: known + 1,
        digest,
        declaration: procedure,
        from: known > 0 && from < today ? today : from,
        to: procedure.effective.to,
        name: procedure.name.vi,
        level: procedure.level,
        sector: procedure.sector,
        field: procedure.field.vi,
        events: procedure.lifeEvents,
        online: procedure.onlineLevel,
        complete: isComplete(procedure),
        words: searchedWords(procedure),
      }
    })
  if (given.length === 0) return []
  await replaceFrom(tx, given, today)
  await run(
    tx,
    sql`with given as (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as g (id uuid, code text, number int, digest text, declaration json, "from" date,
          "to" date, name text, level text, sector text, field text, events text[], online jsonb, complete boolean, words text)
      ), kept as (
        insert into services.procedure_version (id, code, number, digest, declaration, effective_from, effective_to, published_at, origin)
        select id, code, number, digest, declaration, "from", "to", ${at}, ${origin} from given
      )
      insert into services.procedure (code, version_id, name, level, sector, field, life_events, online_levels, is_complete,
        valid_from, words, folded)
      select code, id, name, level, sector, field, events, online, complete, "from", to_tsvector('simple', words), words from given`,
  )
  return given.map((row) => row.code)
}

/** Of each code its last number, and what an origin said last; an import is compared with whatever was published last. */
const lastOf = (origin: VersionOrigin) =>
  sql<{ code: string; number: number; digest: string | null }>`
    select code, max(number) as number, (array_agg(digest order by number desc) ${origin === 'imported' ? sql`` : sql`filter (where origin = 'declared')`})[1] as digest
    from services.procedure_version group by code`

/** What is announced is replaced, whatever its day; what is in force counts up to the day of the new version. */
async function replaceFrom(
  tx: Queries,
  given: readonly { readonly code: string; readonly from: string }[],
  today: PlainDate,
): Promise<void> {
  const days = sql`json_to_recordset(${JSON.stringify(given.map(({ code, from }) => ({ code, from })))}::json) as g (code text, "from" date)`
  await run(
    tx,
    sql`delete from services.procedure p using ${days}
      where p.code = g.code and (p.valid_from >= g."from" or p.valid_from > ${today})`,
  )
  await run(
    tx,
    sql`update services.procedure p set valid_to = g."from" from ${days}
      where p.code = g.code and (p.valid_to is null or p.valid_to > ${today})`,
  )
}

const digestOf = (procedure: Procedure): string => createHash('sha256').update(JSON.stringify(procedure)).digest('hex')

const searchedWords = (procedure: Procedure): string =>
  fold(
    [
      procedure.everydayName?.vi ?? '',
      procedure.name.vi,
      procedure.code,
      ...procedure.keywords,
      procedure.result.vi,
      procedure.field.vi,
      procedure.everydayName?.en ?? '',
      procedure.name.en,
      procedure.result.en,
      procedure.field.en,
    ].join(' '),
  )
