import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { reaches } from '../reach.ts'

/**
 * Whether a person holds, held or will hold a post in reach of the caller's right over the organisation.
 * @right
 */
export function isOfficialReached(ctx: Context, person: Fragment): Fragment {
  const scope = scopeOf(ctx.actor, 'directory.manage')
  if (scope === 'all') return sql`true`
  return sql`exists (select 1 from directory.appointment reached join directory.post p on p.id = reached.post_id
    join directory.unit u on u.id = p.unit_id where reached.person_id = ${person} and ${reaches(scope, sql`u.key`)})`
}

/**
 * Officials out of reach are not found.
 * @right
 */
export async function mustReachOfficial(ctx: Context, id: string): Promise<void> {
  const found = await find(
    ctx.tx,
    sql`select 1 from directory.person one where one.id = ${id} and ${isOfficialReached(ctx, sql`one.id`)}
      and exists (select 1 from directory.appointment a where a.person_id = one.id)`,
  )
  if (found === undefined) fail('notFound')
}
