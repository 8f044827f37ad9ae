import { createHash, randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { fold } from '#values/text.ts'
import { civil, dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Procedure } from '../declare.ts'
import { isComplete } from './procedure.ts'
import { unsaid, type Declared, type Said } from './said-versions.ts'

/** Far enough back for every dossier that the platform may hold. */
export const longAgo = civil('2000-01-01')

/** Where a version comes from: what the systems declare, a file that was brought in, or officials who edited it. */
export type VersionOrigin = 'declared' | 'imported' | 'edited'

/**
 * Whoever decides what is published waits for whoever is at it, before looking at what is there: two at once would not see each other’s
 * versions, make one procedure twice, or take the same number. Until the transaction ends.
 */
export const takeTurnToPublish = (tx: Queries): Promise<unknown> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('services.procedure'))`)

/**
 * Publishes procedures: a changed one becomes a new version, one that says what its origin said last stays. Of one code there may
 * be several for different days. A new version counts from its day, today at the earliest unless it is the first of its code; it
 * follows what is in force and replaces what was announced; what the systems declare anew behind an edited version is held back. Versions are never changed or removed. Answers the codes that got a
 * new version; throws a RangeError when a code is given twice for a day, or would end before it begins.
 */
export async function publishProcedures(
  tx: Queries,
  procedures: readonly Procedure[],
  at: Date,
  origin: VersionOrigin = 'declared',
): Promise<string[]> {
  await takeTurnToPublish(tx)
  const today = dateAt(at)
  const known = Map.groupBy(await publishedVersions(tx), ({ code }) => code)
  const given = [...Map.groupBy(procedures, ({ code }) => code)].flatMap(([code, declared]) => {
    const published = known.get(code) ?? []
    const last = published.at(-1)?.number ?? 0
    const heard = published.filter((one) => origin !== 'declared' || one.origin === origin)
    const ordered = inOrder(code, declared)
    const fresh = last === 0 ? ordered : unsaid(ordered, heard, today)
    const held = origin === 'declared' && isEdited(published)
    return fresh.map(({ procedure, digest, from }, index) => ({
      id: randomUUIDv7(),
      held,
      code,
      number: last + index + 1,
      digest,
      declaration: procedure,
      from: last > 0 && from < today ? today : from,
      next: fresh[index + 1]?.from,
      to: procedure.effective.to,
      name: procedure.name.vi,
      level: procedure.level,
      sector: procedure.sector,
      field: procedure.field.vi,
      events: procedure.lifeEvents,
      online: procedure.onlineLevel,
      complete: isComplete(procedure),
      words: searchedWords(procedure),
    }))
  })
  if (given.length === 0) return []
  await tellRightsChanged(tx)
  const counting = given.filter(({ held }) => !held)
  await replaceFrom(tx, counting, today)
  await run(
    tx,
    sql`with given as (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as g (id uuid, held boolean, code text, number int, digest text, declaration json, "from" date, next date,
          "to" date, name text, level text, sector text, field text, events text[], online jsonb, complete boolean, words text)
      ), kept as (
        insert into services.procedure_version (id, code, number, digest, declaration, effective_from, effective_to, published_at, origin)
        select id, code, number, digest, declaration, "from", "to", ${at}, ${origin} from given
      )
      insert into services.procedure (code, version_id, name, level, sector, field, life_events, online_levels, is_complete,
        valid_from, valid_to, words, folded)
      select code, id, name, level, sector, field, events, online, complete, "from", next, to_tsvector('simple', words), words from given where not held`,
  )
  return [...new Set(counting.map(({ code }) => code))]
}

/**
 * Whether officials edited what stands: an upgrade does not push that out. What it declares becomes a version that counts on no day, until
 * somebody merges it (`authoring/held-version.ts`).
 */
const isEdited = (published: readonly { readonly origin: VersionOrigin }[]): boolean =>
  published.findLast(({ origin }) => origin !== 'declared')?.origin === 'edited'

/** What is given for one code, by the days from which it counts. */
function inOrder(code: string, procedures: readonly Procedure[]): Declared[] {
  const declared = procedures.map((procedure) => ({
    procedure,
    digest: digestOf(procedure),
    from: procedure.effective.from ?? longAgo,
  }))
  declared.sort((a, b) => (a.from < b.from ? -1 : 1))
  if (new Set(declared.map(({ from }) => from)).size < declared.length)
    throw new RangeError(`procedure ${code} is given twice for one day`)
  // Versions are never changed: one that cannot be read again would stay.
  if (procedures.some(({ effective: { from, to } }) => from !== undefined && to !== undefined && to <= from))
    throw new RangeError(`procedure ${code} would end before it begins`)
  return declared
}

const publishedVersions = (tx: Queries) =>
  rows(
    tx,
    sql<Said & { code: string; number: number; origin: VersionOrigin }>`
      select code, number, digest, effective_from as "from", published_at, origin from services.procedure_version order by code, number`,
  )

/** What is announced is replaced, whatever its day; what is in force counts up to the day of the new version. */
async function replaceFrom(
  tx: Queries,
  given: readonly { readonly code: string; readonly from: string }[],
  today: PlainDate,
): Promise<void> {
  const firsts = [...Map.groupBy(given, ({ code }) => code)].map(([code, [first]]) => ({ code, from: first!.from }))
  const days = sql`json_to_recordset(${JSON.stringify(firsts)}::json) as g (code text, "from" date)`
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
