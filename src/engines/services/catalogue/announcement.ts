import { randomUUIDv7 } from 'node:crypto'
import { get, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { catalogueProblems } from '../contract/catalogue-problems.ts'
import type { Procedure } from '../declare.ts'
import { publishProcedures, takeTurnToPublish } from '../procedure/publish-procedures.ts'
import { readKnown } from './known-procedures.ts'

/** The decision that procedures are announced or repealed by. */
export interface AnnouncementGiven {
  readonly issuer: 'province' | 'ministry'
  readonly document: string
  readonly signedOn: PlainDate
  /** When it was made public; it is not before it was signed. */
  readonly publishedOn: PlainDate
  readonly effectiveOn: PlainDate
}

export interface AnnouncementRow extends AnnouncementGiven {
  readonly id: string
  readonly kind: 'announced' | 'repealed'
  readonly createdByName: string
  readonly procedures: number
}

/** Finds the row of a decision, or writes it; refuses days that contradict what was said of the same decision before. */
export async function keepAnnouncement(
  ctx: Context,
  kind: AnnouncementRow['kind'],
  given: AnnouncementGiven,
): Promise<string> {
  const { issuer, document, signedOn, publishedOn, effectiveOn } = given
  if (publishedOn < signedOn || publishedOn > dateAt(ctx.now()))
    throw new Problem('wrongAnnouncementDays', catalogueProblems.wrongAnnouncementDays)
  await run(
    ctx.tx,
    sql`insert into services.announcement (id, kind, issuer, document, signed_on, published_on, effective_on, created_by, created_by_name, created_at)
      values (${randomUUIDv7()}, ${kind}, ${issuer}, ${document}, ${signedOn}, ${publishedOn}, ${effectiveOn}, ${ctx.actor.account},
        ${ctx.actor.name}, ${ctx.now()}) on conflict (document, signed_on, kind) do nothing`,
  )
  const kept = await get(
    ctx.tx,
    sql<
      AnnouncementGiven & { id: string }
    >`select id, issuer, document, signed_on, published_on, effective_on from services.announcement
      where document = ${document} and signed_on = ${signedOn} and kind = ${kind}`,
  )
  if (kept.issuer !== issuer || kept.publishedOn !== publishedOn || kept.effectiveOn !== effectiveOn)
    throw new Problem('otherAnnouncement', catalogueProblems.otherAnnouncement)
  return kept.id
}

/**
 * Publishes versions under a decision; from the day it takes effect. Answers the codes that got a new version.
 */
export async function announce(
  ctx: Context,
  announcementId: string,
  procedures: readonly Procedure[],
): Promise<string[]> {
  const codes = await publishProcedures(ctx.tx, procedures, ctx.now(), 'imported')
  await run(
    ctx.tx,
    sql`insert into services.announced_procedure (announcement_id, code, number, name)
      select ${announcementId}, v.code, max(v.number), (array_agg(v.declaration #>> '{name,vi}' order by v.number desc))[1]
      from services.procedure_version v where v.code = any(${codes}::text[]) group by v.code
      on conflict (announcement_id, code) do nothing`,
  )
  return codes
}

/** Refuses the whole for those codes that do not fit, naming each. */
function refuseFor(
  why: 'unknownProcedures' | 'notYetInForce',
  codes: readonly string[],
  isAmiss: (code: string, at: number) => boolean,
): void {
  const places = codes.flatMap((code, at) =>
    isAmiss(code, at) ? { path: `codes.${at}`, message: { vi: code, en: code } } : [],
  )
  if (places.length > 0) throw new Problem(why, catalogueProblems[why], { places: places.slice(0, 50) })
}

/** Closes procedures to new dossiers from the day a repeal takes effect; what was filed before is settled. Answers how many. */
export async function repealProcedures(
  ctx: Context,
  codes: readonly string[],
  given: AnnouncementGiven,
): Promise<number> {
  await takeTurnToPublish(ctx.tx)
  const id = await keepAnnouncement(ctx, 'repealed', given)
  const known = await readKnown(ctx.tx, codes, dateAt(ctx.now()))
  const last = codes.map((code) => known.versionsOf(code).at(-1)?.procedure)
  refuseFor('unknownProcedures', codes, (_, at) => last[at] === undefined)
  // A version that would only begin after the repeal never does.
  refuseFor('notYetInForce', codes, (_, at) => (last[at]?.effective.from ?? '') >= given.effectiveOn)
  const closed = last.flatMap((procedure) =>
    procedure === undefined ? [] : { ...procedure, effective: { ...procedure.effective, to: given.effectiveOn } },
  )
  const done = await announce(ctx, id, closed)
  ctx.note({ objectType: 'announcement', objectId: id, facts: { ...given, repealed: done } })
  return done.length
}

/** The newest hundred decisions, with how many procedures each is about. */
export const listAnnouncements = (tx: Queries): Promise<AnnouncementRow[]> =>
  rows(
    tx,
    sql<AnnouncementRow>`select a.id, a.kind, a.issuer, a.document, a.signed_on, a.published_on, a.effective_on, a.created_by_name,
        (select count(*)::int from services.announced_procedure p where p.announcement_id = a.id) as procedures
      from services.announcement a order by a.signed_on desc, a.id limit 100`,
  )
