import { find, json, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '../valid-on.ts'
import type { Prepared } from './prepare.ts'

/** The person and the day of a decision, with what it means. */
export interface Leaving extends Pick<Prepared, 'ending' | 'beginning'> {
  readonly personId: string
  readonly effectiveOn: PlainDate
}

/** Who holds which post on the effective day; once the decision is written the dates alone say the same. */
function heldThen({ personId, effectiveOn, ending, beginning }: Leaving): Fragment {
  const ended = ending.map(({ appointmentId }) => appointmentId)
  const begun = beginning.map(({ postId, kind }) => ({ postId, kind }))
  return sql`select a.post_id, a.person_id, a.kind from directory.appointment a
      where ${validOn('a', effectiveOn)} and a.id <> all(${ended}::uuid[])
    union
    select "postId", ${personId}::uuid, kind from jsonb_to_recordset(${json(begun)}) as g ("postId" uuid, kind text)`
}

/** A key of a post or function that nobody holds any more: what is addressed to it needs somebody. */
export interface EmptyKey {
  readonly key: number
  readonly unitId: string
}

/** The keys that a decision leaves to nobody: of the posts that end, and of their functions where they were the last. */
export const emptyKeys = (tx: Queries, leaving: Leaving): Promise<EmptyKey[]> =>
  rows(
    tx,
    sql<EmptyKey>`with held as (${heldThen(leaving)})
      select distinct q.key, p.unit_id from directory.post p
      join directory.principal q on q.unit_id = p.unit_id and q.kind <> 'unit' and (q.post_id = p.id or q.function = p.function)
      where p.id = any(${leaving.ending.map(({ postId }) => postId)}::uuid[]) and not exists (
        select 1 from held join directory.post o on o.id = held.post_id and ${validOn('o', leaving.effectiveOn)}
        where case q.kind when 'post' then o.id = p.id else o.unit_id = p.unit_id and o.function = p.function end)
      order by q.key`,
  )

/** Who leads a unit, the first of them that is there; then who leads its agency. */
const leading = ['head', 'one-stop-head', 'leader', 'province-leader', 'deputy-head', 'deputy-leader'] as const

export interface Leader {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly postId: string
  readonly key: number
  readonly unitId: string
}

/** Whoever leads a unit on the effective day, and so gets what nobody was given. */
export const leaderThen = (tx: Queries, unitId: string, leaving: Leaving): Promise<Leader | undefined> =>
  find(
    tx,
    sql<Leader>`with held as (${heldThen(leaving)})
      select held.person_id, person.full_name as name, p.title, p.id as post_id, p.key, p.unit_id
      from directory.unit_version own
      join directory.post p on p.unit_id in (own.unit_id, own.agency_id) and p.function = any(${leading}::text[])
        and ${validOn('p', leaving.effectiveOn)}
      join held on held.post_id = p.id
      join directory.person on person.id = held.person_id
      where own.unit_id = ${unitId} and ${validOn('own', leaving.effectiveOn)}
      order by p.unit_id = own.unit_id desc, array_position(${leading}::text[], p.function), held.kind = 'regular' desc, p.key limit 1`,
  )
