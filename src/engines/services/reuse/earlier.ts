import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'

/** Whose application something is used again for. */
export interface Applicant {
  readonly personId: string
  readonly enterpriseId: string | null
}

export interface EarlierFile {
  readonly id: string
  readonly paper: string
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly isBlocked: boolean
  readonly dossierId: string
  readonly dossierCode: string
  readonly procedureCode: string
  readonly versionId: string
  /** When it was first handed in, however often it was used again since. */
  readonly handedInAt: Date
}

/** So many of the latest dossiers are looked through. */
const mostDossiers = 50

/** A file that was replaced in any dossier counts in none. */
export const isSuperseded = sql`exists (select from services.dossier_paper gone where gone.file_id = p.file_id and gone.replaced_at is not null)`

/**
 * Papers of an applicant's earlier dossiers that the caller sees, the latest dossier first: looked through at a reception, found to be in order,
 * neither replaced since nor asked for anew. What was a result is offered as a result.
 */
export const earlierFiles = (ctx: Context, { personId, enterpriseId }: Applicant): Promise<EarlierFile[]> =>
  rows(
    ctx.tx,
    sql<EarlierFile>`select p.id, p.paper, p.file_id, f.name, f.media_type, f.refusal is not null as is_blocked, d.id as dossier_id,
        d.code as dossier_code, d.procedure_code, d.version_id, coalesce(p.source_at, p.added_at) as handed_in_at
      from (select d.id, d.code, d.procedure_code, d.version_id, d.filed_at from services.dossier d
        where d.applicant_id = ${personId} and d.enterprise_id is not distinct from ${enterpriseId}::uuid and d.received_at is not null
          and (d.outcome is null or d.outcome not in ('refused', 'rejected')) and ${maySee(dossierAccess(ctx))}
        order by d.filed_at desc, d.id limit ${mostDossiers}) d
      join services.dossier_paper p on p.dossier_id = d.id and p.origin <> 'earlier-result'
      join files.file f on f.id = p.file_id
      where not ${isSuperseded}
        and not exists (select from services.supplement s where s.dossier_id = d.id and s.answered_at is null
          and s.pins @> jsonb_build_array(jsonb_build_object('path', 'papers.' || p.paper)))
      order by d.filed_at desc, d.id, p.paper, p.position`,
  )

export interface EarlierResult {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly issuedOn: PlainDate
  readonly issuedAt: Date
  readonly validUntil: PlainDate | null
  readonly dossierId: string
  readonly dossierCode: string
  readonly procedureCode: string
}

/** Whether the result in a row `r` counts on a day. */
export const isInForce = (on: PlainDate) =>
  sql`(r.number is not null and r.revoked_at is null and (r.valid_until is null or r.valid_until >= ${on}))`

/** Whether a dossier `d` is about a person: theirs, or filed together with them. */
export const isAbout = (personId: string) =>
  sql`(d.applicant_id = ${personId} or d.id = any(array(select co.dossier_id from services.dossier_co_applicant co where co.person_id = ${personId})))`

/**
 * Results in force that were issued to an applicant by these procedures, the latest first: those whose dossiers the caller sees, and the
 * one whose code for checking is shown, by which anybody may check it.
 */
export const earlierResults = (
  ctx: Context,
  { personId, enterpriseId }: Applicant,
  codes: readonly string[],
  shownCode?: string,
): Promise<EarlierResult[]> =>
  rows(
    ctx.tx,
    sql<EarlierResult>`select r.id, r.title, r.number, r.issued_on, r.issued_at, r.valid_until, d.id as dossier_id, d.code as dossier_code,
        d.procedure_code
      from services.dossier d join services.result r on r.dossier_id = d.id and ${isInForce(dateAt(ctx.now()))}
      where ${isAbout(personId)} and d.enterprise_id is not distinct from ${enterpriseId}::uuid and d.procedure_code = any(${codes}::text[])
        and (d.outcome = 'granted' or d.is_open and d.state->>'proposal' is distinct from 'refuse')
        and (${maySee(dossierAccess(ctx))} ${shownCode === undefined ? sql`` : sql`or r.verification_code = ${shownCode}`})
      order by r.issued_on desc, r.id limit 20`,
  )
