import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { permitsBeyond, reaches, validOn } from '#engines/directory/index.ts'

/**
 * Whether a person is an official whom the caller's right over accounts reaches: by a post that they hold today, or hold from a day to come, unless
 * one of their posts has rights beyond the caller's. Over everything it reaches citizens too.
 * @right
 */
export function isManaged(ctx: Context, person: Fragment): Fragment {
  const scope = scopeOf(ctx.actor, 'account.manage')
  if (scope === 'all') return sql`true`
  const today = dateAt(ctx.now())
  const held = sql`directory.appointment ap join directory.post p on p.id = ap.post_id
    where ap.person_id = ${person} and (${validOn('ap', today)} or ap.valid_from > ${today})`
  return sql`(exists (select 1 from ${held} and p.unit_id in (select u.id from directory.unit u where ${reaches(scope, sql`u.key`)}))
    and not exists (select 1 from ${held} and p.function in (
      select r.function from directory.role r where ${permitsBeyond(ctx, 'account.manage')})))`
}

/**
 * Refuses whoever's right does not reach this account; beyond it there is none.
 * @right
 */
export async function mustManageAccount(ctx: Context, id: string): Promise<void> {
  const found = await find(
    ctx.tx,
    sql`select 1 from identity.account a where a.id = ${id} and ${isManaged(ctx, sql`a.person_id`)}`,
  )
  if (found === undefined) fail('notFound')
}

/**
 * The same of a person who has no account yet.
 * @right
 */
export async function mustManagePerson(ctx: Context, id: string): Promise<void> {
  const found = await find(
    ctx.tx,
    sql`select 1 from directory.person one where one.id = ${id} and ${isManaged(ctx, sql`one.id`)}`,
  )
  if (found === undefined) fail('notFound')
}
