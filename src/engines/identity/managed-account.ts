import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'

/**
 * Whether a person is an official whom the caller's right over accounts reaches: by a post that they hold today, or hold from a day to come.
 * Over everything it reaches citizens too.
 * @right
 */
export function isManaged(ctx: Context, person: Fragment): Fragment {
  const scope = scopeOf(ctx.actor, 'account.manage')
  if (scope === 'all') return sql`true`
  const today = dateAt(ctx.now())
  return sql`exists (select 1 from directory.appointment ap join directory.post p on p.id = ap.post_id
    join directory.unit u on u.id = p.unit_id
    where ap.person_id = ${person} and (${validOn('ap', today)} or ap.valid_from > ${today}) and u.key = any(${scope}::int[]))`
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
