import { sql, type Fragment } from '#kernel/database/query.ts'
import type { Actor, Represented } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Dossier } from './dossier.ts'

type ActsFor = Pick<Actor, 'actsFor'>

/** Who lets somebody file this in their name. */
export const letFile = ({ actsFor = [] }: ActsFor, code: string): Represented[] =>
  actsFor.filter(({ may, procedures }) => may.includes('file') && (procedures === null || procedures.includes(code)))

/** In whose name a dossier is: of the enterprise that it was filed for, else of the applicant. */
export const ownerOf = ({ enterpriseId, applicantId }: Pick<Dossier, 'enterpriseId' | 'applicantId'>): string =>
  enterpriseId ?? applicantId

/**
 * Rows of `services.dossier d` that somebody sees for others: all of those whom they may follow, what they filed themselves, and of those
 * for whom they may receive what has come to its end. Only what is in their name, never what these see for a third.
 */
export function isRepresented(person: string, actsFor: readonly Represented[]): Fragment | undefined {
  if (actsFor.length === 0) return undefined
  const each = actsFor.map(({ kind, id, may, procedures }) => {
    const isTheirs =
      kind === 'enterprise' ? sql`d.enterprise_id = ${id}` : sql`d.applicant_id = ${id} and d.enterprise_id is null`
    const rights = [
      ...(may.includes('follow') ? [sql`true`] : []),
      ...(may.includes('file') ? [sql`d.submitter_id = ${person}`] : []),
      ...(may.includes('receive') ? [sql`d.finished_at is not null`] : []),
    ]
    return sql`${isTheirs} and (${sql.join(rights, sql` or `)}) and ${within(sql`d.procedure_code`, procedures)}`
  })
  return sql`(${sql.join(each, sql` or `)})`
}

/** Rows of `services.draft d` that somebody writes for others who let them file. */
export function isWrittenFor({ actsFor = [] }: ActsFor): Fragment {
  const each = actsFor
    .filter(({ may }) => may.includes('file'))
    .map(({ kind, id, procedures }) => {
      const isTheirs =
        kind === 'enterprise' ? sql`d.enterprise_id = ${id}` : sql`d.person_id = ${id} and d.enterprise_id is null`
      const code = sql`(select v.code from services.procedure_version v where v.id = d.version_id)`
      return sql`${isTheirs} and ${within(code, procedures)}`
    })
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`
}

const within = (code: Fragment, procedures: readonly string[] | null): Fragment =>
  procedures === null ? sql`true` : sql`${code} = any(${procedures}::text[])`

/** Notes in the trail that one acted or read for another: both are named, and whose data it is sees it. */
export function noteRepresented({ actor, note }: Context, dossier: Dossier): void {
  const represented = actor.actsFor?.find(({ id }) => id === ownerOf(dossier))
  if (represented === undefined) return
  const { id, applicantId } = dossier
  const subjects = applicantId === actor.person ? [] : [applicantId]
  note({ objectType: 'dossier', objectId: id, subjects, facts: { onBehalf: represented.name } })
}
