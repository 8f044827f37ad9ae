import { find, rows, sql } from '#kernel/database/query.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { getVisibleDossier, dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { dossierColumns, lockDossier, type Dossier } from '../dossier/dossier.ts'
import { letFile, noteRepresented, ownerOf } from '../dossier/represented.ts'

/**
 * A dossier of the caller's or of whom they may file for; whoever only follows it or filed together with the applicant is told
 * that it is not theirs to do, for anyone else it is not found.
 */
export async function getOwnDossier(ctx: Context, id: string): Promise<Dossier> {
  const dossier = await getVisibleDossier(ctx, id)
  const standing = standingTo(dossier, ctx.actor)
  if (standing === 'together') throw new Problem('submitterOnly', servicesProblems.submitterOnly)
  if (standing === 'follows') throw new Problem('notLetDo', servicesProblems.notLetDo)
  noteRepresented(ctx, dossier)
  return dossier
}

/** The same, locked. */
export const lockOwnDossier = async (ctx: Context, id: string): Promise<Dossier> =>
  lockDossier(ctx.tx, (await getOwnDossier(ctx, id)).id)

/** How a citizen stands to a dossier that they see: theirs, acting for its applicant, only following for them, filed together. */
export type Standing = 'own' | 'acts' | 'follows' | 'together'

export function standingTo(
  dossier: Pick<Dossier, 'applicantId' | 'enterpriseId' | 'procedureCode'>,
  actor: Pick<Actor, 'person' | 'actsFor'>,
): Standing {
  const owner = ownerOf(dossier)
  if (actor.person === owner) return 'own'
  if (letFile(actor, dossier.procedureCode).some(({ id }) => id === owner)) return 'acts'
  return actor.actsFor?.some(({ id }) => id === owner) ? 'follows' : 'together'
}

export interface OwnLine extends Dossier {
  readonly unitName: string
  readonly stepName: { vi: string; en: string } | null
  readonly supplementDue: Date | null
  readonly isRated: boolean
}

/** The caller's dossiers, newest first. */
export async function ownDossiers(ctx: Context, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const found = await rows(
    ctx.tx,
    sql<OwnLine>`select ${dossierColumns}, ${nameOfUnit(sql`coalesce(w.unit_id, d.owner_id)`, dateAt(ctx.now()))} as unit_name, w.step_name, s.due as supplement_due, r.mark is not null as is_rated
      from services.dossier d
      left join lateral (
        select t.unit_id, t.step_name from workflow.task t
        where t.subject_id = d.id and t.is_open order by t.kind = 'deliver', t.opened_at limit 1
      ) w on true
      left join services.supplement s on s.dossier_id = d.id and s.answered_at is null and d.status = 'waiting-applicant'
      left join services.rating r on r.dossier_id = d.id
      where ${maySee(dossierAccess(ctx))} ${at === undefined ? sql`` : sql`and (d.filed_at, d.id) < (${at}::timestamptz, ${id}::uuid)`}
      order by d.filed_at desc, d.id desc limit ${page.limit + 1}`,
  )
  return toPage(found, page.limit, (row) => [row.filedAt.toISOString(), row.id])
}

/** Which unit's turn it is now, by its first open task; a result that waits to be fetched is nobody's turn here while others work. */
export const unitAtWork = (ctx: Pick<Context, 'tx' | 'now'>, dossierId: string) =>
  find(
    ctx.tx,
    sql<{
      name: string
      stepName: { vi: string; en: string }
    }>`select ${nameOfUnit(sql`t.unit_id`, dateAt(ctx.now()))} as name, t.step_name from workflow.task t
      where t.subject_id = ${dossierId} and t.is_open order by t.kind = 'deliver', t.opened_at limit 1`,
  )
