import { isDeepStrictEqual } from 'node:util'
import { get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail, Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { catalogueProblems } from '../contract/catalogue-problems.ts'
import type { Procedure } from '../declare.ts'
import { checkLimits } from '../procedure/check-limits.ts'
import { isComplete } from '../procedure/procedure.ts'
import { takeTurnToPublish } from '../procedure/publish-procedures.ts'
import { announce, keepAnnouncement, type AnnouncementGiven } from './announcement.ts'
import type { CatalogueFact } from './catalogue-facts.ts'
import { getRecord, lockRecords, type RecordRow } from './catalogue-record.ts'
import type { KnownProcedures, Match } from './known-procedures.ts'
import { matchNow } from './match-now.ts'
import { markOf } from './record-view.ts'
import { factsFor, layFacts, propose } from './propose.ts'
import { weighRecord, type OpenState } from './weigh-record.ts'

export interface Acceptance {
  readonly importId: string
  readonly number: number
  readonly announcement: AnnouncementGiven
  /** Of the differences, those that are taken over; all if it does not say. */
  readonly facts?: readonly CatalogueFact[] | undefined
  /** What the page showed: refused where the procedure has changed since. */
  readonly seen: string
}

/** Accepts one record under a decision: a new procedure, or a new version with the chosen facts. Answers its code. */
export async function acceptRecord(ctx: Context, given: Acceptance): Promise<string> {
  await takeTurnToPublish(ctx.tx)
  const record = await getRecord(ctx.tx, given.importId, given.number, true)
  if (record.state === 'aside' || record.state === 'accepted' || record.state === 'rejected') fail('conflict')
  const { matches, known } = await matchNow(ctx.tx, [record], dateAt(ctx.now()))
  const match = matches[0]!
  if (markOf(record, match, known) !== given.seen)
    throw new Problem('catalogueChanged', catalogueProblems.catalogueChanged)
  const accepted = await acceptRecords(ctx, [{ record, match }], known, given.announcement, given.facts)
  return accepted[0]!
}

/**
 * Accepts all of which nobody has to look at anything, under one decision. Answers how many; those that are in doubt by now, or say nothing
 * new any more, are put where they belong.
 */
export async function acceptClear(ctx: Context, importId: string, announcement: AnnouncementGiven): Promise<number> {
  await takeTurnToPublish(ctx.tx)
  const records = await lockRecords(ctx.tx, importId, 'clear')
  if (records.length === 0) throw new Problem('nothingToAccept', catalogueProblems.nothingToAccept)
  const { matches, known } = await matchNow(ctx.tx, records, dateAt(ctx.now()))
  const weighed = records.map((record, at) => {
    const match = matches[at]!
    return { record, match, state: weighRecord(record, match, known).state }
  })
  const still = weighed.filter(({ state }) => state === 'clear')
  if (still.length > 0) await acceptRecords(ctx, still, known, announcement)
  await keepStates(
    ctx,
    weighed.filter(({ state }) => state !== 'clear'),
  )
  return still.length
}

interface Matched {
  readonly record: RecordRow
  readonly match: Match
}

/** Where records stand now that others have been published. */
const keepStates = (ctx: Context, weighed: readonly (Matched & { readonly state: OpenState })[]): Promise<number> => {
  const given = weighed.map(({ record, match, state }) => ({ id: record.id, code: match.code, by: match.by, state }))
  return run(
    ctx.tx,
    sql`update services.catalogue_record r set matched_code = g.code, matched_by = g.by, state = g.state
      from json_to_recordset(${JSON.stringify(given)}::json) as g (id uuid, code text, by text, state text) where r.id = g.id`,
  )
}

async function acceptRecords(
  ctx: Context,
  records: readonly Matched[],
  known: KnownProcedures,
  given: AnnouncementGiven,
  facts?: readonly CatalogueFact[],
): Promise<string[]> {
  const today = dateAt(ctx.now())
  const from = given.effectiveOn < today ? today : given.effectiveOn
  let local = await lastLocalNumber(ctx)
  const made = records.map(({ record: { id, said }, match }) => {
    const code = match.code ?? said?.code ?? `DM.${(local += 1)}`
    return { id, code, versions: versionsOf(said, match, known, from, facts).map((one) => ({ ...one, code })) }
  })
  const announcementId = await keepAnnouncement(ctx, 'announced', given)
  await announce(
    ctx,
    announcementId,
    made.flatMap(({ versions }) => versions),
  )
  const decided = made.map(({ id, code }) => ({ id, code }))
  await run(
    ctx.tx,
    sql`update services.catalogue_record r set state = 'accepted', procedure_code = g.code, decided_at = ${ctx.now()},
        decided_by_name = ${ctx.actor.name}
      from json_to_recordset(${JSON.stringify(decided)}::json) as g (id uuid, code text) where r.id = g.id`,
  )
  ctx.note({
    objectType: 'announcement',
    objectId: announcementId,
    facts: { ...given, accepted: decided.map(({ code }) => code) },
  })
  return decided.map(({ code }) => code)
}

/** What is published for one record: what is in force on the day, and what waits after it, each with the facts laid over. */
function versionsOf(
  said: RecordRow['said'],
  { code }: Match,
  known: KnownProcedures,
  from: PlainDate,
  facts?: readonly CatalogueFact[],
): Procedure[] {
  if (said === null) fail('conflict')
  const versions = code === null ? [] : known.versionsOf(code)
  if (versions.length === 0) {
    const { procedure } = propose(said, known.knownFor(undefined))
    if (procedure === null) throw new Problem('catalogueNeedsMore', catalogueProblems.catalogueNeedsMore)
    return [{ ...procedure, effective: { from } }]
  }
  const last = versions.findLast((one) => one.from <= from) ?? versions[0]!
  return versions.slice(versions.indexOf(last)).map(({ from: begins, procedure }) => {
    const may = factsFor(procedure)
    const laid = layFacts(procedure, said, facts?.filter((fact) => may.includes(fact)) ?? may)
    const counts = begins > from ? begins : from
    const { to, ...effective } = laid.effective
    const isOver = to !== undefined && to <= counts
    if (isDeepStrictEqual(laid, procedure) && !isOver)
      throw new Problem('nothingToAccept', catalogueProblems.nothingToAccept)
    const wrong = isComplete(laid) ? checkLimits(laid, from) : []
    if (wrong.length > 0) {
      const places = wrong.map(({ path, words }) => ({ path, message: words }))
      throw new Problem('doesNotFitProcess', catalogueProblems.doesNotFitProcess, { places })
    }
    // Announced again after it was repealed, it is taken again.
    return { ...laid, effective: { ...effective, ...(!isOver && to !== undefined && { to }), from: counts } }
  })
}

/** Codes of our own for what has no national one: `DM.1`, `DM.2`… */
async function lastLocalNumber(ctx: Context): Promise<number> {
  const { last } = await get(
    ctx.tx,
    sql<{
      last: number
    }>`select coalesce(max(substr(code, 4)::int), 0)::int as last from services.procedure_version where code ~ '^DM[.][0-9]{1,8}$'`,
  )
  return last
}

/** Rejects one record with the reason; the same record is not asked about again. */
export async function rejectRecord(ctx: Context, importId: string, number: number, reason: string): Promise<void> {
  const record = await getRecord(ctx.tx, importId, number, true)
  if (record.state === 'accepted' || record.state === 'rejected') fail('conflict')
  await run(
    ctx.tx,
    sql`update services.catalogue_record set state = 'rejected', reject_reason = ${reason}, decided_at = ${ctx.now()},
        decided_by_name = ${ctx.actor.name} where id = ${record.id}`,
  )
  ctx.note({ objectType: 'catalogue', objectId: importId, facts: { number, rejected: reason } })
}
