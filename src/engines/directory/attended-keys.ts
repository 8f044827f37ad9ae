import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from './valid-on.ts'

/**
 * Those of these keys of posts and functions whose work somebody does on a day: who holds the post, or a post with the function, and is there; else
 * their stand-in, who holds a post and is there; or whoever took the work over from a post that is no more.
 */
export async function attendedKeys(tx: Queries, keys: readonly number[], on: PlainDate): Promise<ReadonlySet<number>> {
  const found = await rows(
    tx,
    sql<{ key: number }>`with held as (
        select p.id, p.unit_id, p.function from directory.post p
        where ${validOn('p', on)} and exists (select from directory.appointment a where a.post_id = p.id and ${validOn('a', on)})
      ), away as (
        select d.from_post_id as id, d.to_post_id as stand_in from directory.delegation d
        where d.kind = 'absence' and d.revoked_at is null and ${validOn('d', on)}
      ), there as (
        select h.* from held h where not exists (select from away where away.id = h.id)
          or exists (select from away join held s on s.id = away.stand_in where away.id = h.id and not exists (select from away too where too.id = s.id))
      )
      select q.key from directory.principal q where q.key = any(${keys}::int[]) and (
        exists (select from there t where q.kind = 'post' and t.id = q.post_id)
        or exists (select from there t where q.kind = 'function' and t.unit_id = q.unit_id and t.function = q.function)
        or exists (select from directory.key_succession k where k.from_key = q.key and k.is_only and k.effective_on <= ${on}))`,
  )
  return new Set(found.map(({ key }) => key))
}
