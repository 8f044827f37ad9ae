import { sql, type Fragment } from '#kernel/database/query.ts'
import type { Actor, Represented } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Dossier } from './dossier.ts'

const lets = (may: string, code: string) => (one: Represented) =>
  one.may.includes(may) && (one.procedures === null || one.procedures.includes(code))

/** Whom of a dossier's or draft's person the caller represents in this, if they let them; undefined otherwise. */
export const findRepresented = (
  { actsFor = [] }: Pick<Actor, 'actsFor'>,
  person: string,
  may: 'file' | 'follow' | 'receive',
  code: string,
): Represented | undefined => actsFor.find((one) => one.person === person && lets(may, code)(one))

/**
 * Rows of `services.dossier d` that somebody sees for others: all of those whom they may follow, what they filed themselves, and of those
 * for whom they may receive what has come to its end. Only what is their own, never what these see for a third.
 */
export function isRepresented(person: string, actsFor: readonly Represented[]): Fragment | undefined {
  if (actsFor.length === 0) return undefined
  const each = actsFor.map(({ person: giver, may, procedures }) => {
    const sees = may.includes('follow')
      ? sql`true`
      : sql`(${may.includes('file') ? sql`d.submitter_id = ${person}` : sql`false`}
          or ${may.includes('receive') ? sql`d.finished_at is not null` : sql`false`})`
    return sql`d.applicant_id = ${giver} and ${sees}
      and ${procedures === null ? sql`true` : sql`d.procedure_code = any(${procedures}::text[])`}`
  })
  return sql`(${sql.join(each, sql` or `)})`
}

/** Rows of `services.draft d`, of procedures `v`, that somebody writes for others who let them file. */
export function isWrittenFor({ actsFor = [] }: Pick<Actor, 'actsFor'>): Fragment {
  const each = actsFor
    .filter(({ may }) => may.includes('file'))
    .map(
      ({ person, procedures }) => sql`d.person_id = ${person}
        and ${procedures === null ? sql`true` : sql`(select v.code from services.procedure_version v where v.id = d.version_id) = any(${procedures}::text[])`}`,
    )
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`
}

/** Notes in the trail that one acted or read for another: they see it, and both are named. */
export function noteRepresented(ctx: Context, { id, applicantId, applicantName }: Dossier): void {
  if (!ctx.actor.actsFor?.some(({ person }) => person === applicantId)) return
  ctx.note({ objectType: 'dossier', objectId: id, subjects: [applicantId], facts: { onBehalf: applicantName } })
}
