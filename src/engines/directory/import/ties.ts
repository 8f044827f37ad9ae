import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { openWork, type Follower } from '../reorganization/follower.ts'

/** What would lose its owner with the posts of some units: open work, and delegations from them or to them. */
export interface Ties {
  /** Open work by key of a post or a function. */
  readonly work: ReadonlyMap<number, number>
  /** By unit and function. */
  readonly functionKeys: ReadonlyMap<string, number>
  /** By post: the first day without its last delegation. */
  readonly delegated: ReadonlyMap<string, PlainDate>
}

export async function readTies(
  tx: Queries,
  units: readonly string[],
  today: PlainDate,
  followers: readonly Follower[],
): Promise<Ties> {
  if (units.length === 0) return { work: new Map(), functionKeys: new Map(), delegated: new Map() }
  const keys = await rows(
    tx,
    sql<{ key: number; name: string | null }>`select q.key, u.code || ' ' || q.function as name from directory.unit u
      join directory.principal q on q.unit_id = u.id and q.kind <> 'unit' where u.code = any(${units}::text[])`,
  )
  const delegated = await rows(
    tx,
    sql<{ post: string; to: PlainDate }>`select p.id as post, max(d.valid_to) as "to" from directory.unit u
      join directory.post p on p.unit_id = u.id join directory.delegation d on p.id in (d.from_post_id, d.to_post_id)
      where u.code = any(${units}::text[]) and d.revoked_at is null and d.valid_to > ${today} group by p.id`,
  )
  return {
    work: await openWork(
      tx,
      keys.map(({ key }) => key),
      followers,
    ),
    functionKeys: new Map(keys.flatMap(({ key, name }) => (name === null ? [] : [[name, key] as const]))),
    delegated: new Map(delegated.map(({ post, to }) => [post, to])),
  }
}
