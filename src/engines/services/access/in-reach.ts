import { find, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { reaches, validOn } from '#engines/directory/index.ts'
import { dossierAccess, maySee } from '../dossier/dossier-access.ts'
import { dossierColumns, type Dossier } from '../dossier/dossier.ts'

/**
 * An official within reach of the caller's right over rights; otherwise 404, as for nobody.
 * @right
 */
export async function getPersonInReach(ctx: Context, personId: string, permission: string) {
  const scope = scopeOf(ctx.actor, permission)
  const today = dateAt(ctx.now())
  const reached =
    scope === 'all'
      ? sql`true`
      : sql`exists (select from directory.appointment a join directory.post p on p.id = a.post_id join directory.unit u on u.id = p.unit_id
          where a.person_id = person.id and ${validOn('a', today)} and ${reaches(scope, sql`u.key`)})`
  const found = await find(
    ctx.tx,
    sql<{ id: string; name: string }>`select person.id, person.full_name as name from directory.person
      where person.id = ${personId} and ${reached}
        and exists (select from directory.appointment a where a.person_id = person.id)`,
  )
  return found ?? fail('notFound')
}

/**
 * A dossier that units in reach have to do with, by its code: whoever explains rights is not shown what it says.
 * @right
 */
export const getDossierInReach = async (ctx: Context, code: string): Promise<Dossier> =>
  (await find(
    ctx.tx,
    sql<Dossier>`select ${dossierColumns} from services.dossier d
      where d.code = ${code} and ${maySee(dossierAccess(ctx, 'access.explain'))}`,
  )) ?? fail('notFound')
