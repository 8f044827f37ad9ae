import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'

/**
 * Refuses the mark of an official: of one who is signed in as such, whoever's link they opened, and of one who worked on the dossier that
 * is also their own.
 */
export async function mustBeOfCitizen(ctx: Context, dossierId: string): Promise<void> {
  if (ctx.actor.kind === 'staff' || (await workedOn(ctx, dossierId, ctx.actor.person)))
    throw new Problem('markOfOfficial', servicesProblems.markOfOfficial)
}

/** Whether somebody who worked on a dossier holds that post today. */
export const workedOn = async (ctx: Context, dossierId: string, personId: string | undefined): Promise<boolean> =>
  (await find(
    ctx.tx,
    sql`select 1 from workflow.task t join directory.principal q on q.key = t.closed_by
      join directory.appointment a on a.post_id = q.post_id and ${validOn('a', dateAt(ctx.now()))}
      where t.subject_id = ${dossierId} and a.person_id = ${personId ?? null}`,
  )) !== undefined
