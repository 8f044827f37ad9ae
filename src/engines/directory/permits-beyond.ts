import { sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'

/**
 * Whether the row `r` of `directory.role` permits over the whole province what the caller may not do there, while their right to manage
 * reaches some units only: such posts, and who holds them, are the province's. Else whoever administers one agency could make themselves
 * administrator of all, or sign in as who is.
 * @right
 */
export function permitsBeyond({ actor }: Pick<Context, 'actor'>, managing: string): Fragment {
  if (scopeOf(actor, managing) === 'all') return sql`false`
  const everywhere = [...actor.permissions].flatMap(([permission, scope]) => (scope === 'all' ? [permission] : []))
  return sql`exists (select from jsonb_each_text(r.permissions) as given (permission, reach)
    where reach = 'all' and permission <> all(${everywhere}::text[]))`
}
