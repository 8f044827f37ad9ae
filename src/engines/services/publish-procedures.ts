import { createHash, randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { fold } from '#values/text.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Procedure } from './declare.ts'
import { isComplete, onlineLevelOf } from './procedure.ts'

/** Far enough back for every dossier that the platform may hold. */
const longAgo = '2000-01-01'

/**
 * Publishes the declared procedures: a changed declaration becomes a new version, an unchanged one stays. Versions are never
 * changed or removed. Answers the codes that got a new version.
 */
export async function publishProcedures(tx: Queries, procedures: readonly Procedure[], at: Date): Promise<string[]> {
  const last = new Map(
    (
      await rows(
        tx,
        sql<{ code: string; number: number; digest: string }>`
          select distinct on (code) code, number, digest from services.procedure_version order by code, number desc`,
      )
    ).map((row) => [row.code, row]),
  )
  const fresh = procedures
    .map((procedure) => ({ procedure, digest: digestOf(procedure) }))
    .filter(({ procedure, digest }) => last.get(procedure.code)?.digest !== digest)
  if (fresh.length === 0) return []
  const given = fresh.map(({ procedure, digest }) => ({
    id: randomUUIDv7(),
    code: procedure.code,
    number: (last.get(procedure.code)?.number ?? 0) + 1,
    digest,
    declaration: procedure,
    from: procedure.effective.from ?? longAgo,
    to: procedure.effective.to,
    name: procedure.name.vi,
    level: procedure.level,
    sector: procedure.sector,
    field: procedure.field.vi,
    events: procedure.lifeEvents,
    online: onlineLevelOf(procedure, dateAt(at)),
    complete: isComplete(procedure),
    words: searchedWords(procedure),
  }))
  await run(
    tx,
    sql`with given as (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as g (id uuid, code text, number int, digest text, declaration json, "from" date,
          "to" date, name text, level text, sector text, field text, events text[], online int, complete boolean, words text)
      ), kept as (
        insert into services.procedure_version (id, code, number, digest, declaration, effective_from, effective_to)
        select id, code, number, digest, declaration, "from", "to" from given
      )
      insert into services.procedure (code, version_id, name, level, sector, field, life_events, online_level, is_complete,
        effective_from, effective_to, words, folded)
      select code, id, name, level, sector, field, events, online, complete, "from", "to", to_tsvector('simple', words), words from given
      on conflict (code) do update set version_id = excluded.version_id, name = excluded.name, level = excluded.level,
        sector = excluded.sector, field = excluded.field, life_events = excluded.life_events, online_level = excluded.online_level,
        is_complete = excluded.is_complete, effective_from = excluded.effective_from, effective_to = excluded.effective_to,
        words = excluded.words, folded = excluded.folded`,
  )
  return given.map((row) => row.code)
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
      procedure.name.en,
    ].join(' '),
  )
