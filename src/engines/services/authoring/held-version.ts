import { find, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Json } from '#values/layers.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'

/** Version `v` was in force, will be, or was taken into a version that officials published. */
const isHeard = (
  version: Fragment,
): Fragment => sql`(exists (select from services.procedure p where p.version_id = ${version}.id)
  or exists (select from services.procedure_draft d where d.merged_version_id = ${version}.id and d.state = 'published'))`

/** Version `v` is the last one declared, counts on no day, and officials edited what stands. */
const isHeldBack = (on: PlainDate): Fragment => sql`v.origin = 'declared' and not ${isHeard(sql`v`)}
  and not exists (select from services.procedure_version w where w.code = v.code and w.origin = 'declared' and w.number > v.number)
  and exists (select from services.procedure now join services.procedure_version e on e.id = now.version_id
    where now.code = v.code and e.origin = 'edited' and (now.valid_from > ${on} or ${validOn('now', on)}))`

/** What upgrades declare that was not put in force, because officials edited those procedures. */
export const heldVersions = (tx: Queries, on: PlainDate) =>
  rows(
    tx,
    sql<{ code: string; name: string; number: number; publishedAt: Date }>`
      select v.code, v.declaration->'name'->>'vi' as name, v.number, v.published_at from services.procedure_version v
      where ${isHeldBack(on)} order by v.published_at desc, v.code`,
  )

interface Held {
  readonly id: string
  readonly number: number
  readonly declaration: Json
  /** What was declared before it and heard: what both sides changed since. */
  readonly base: Json | null
}

/** What waits to be merged into one procedure. */
export const findHeldVersion = (tx: Queries, code: string, on: PlainDate): Promise<Held | undefined> =>
  find(
    tx,
    sql<Held>`select v.id, v.number, v.declaration,
        (select w.declaration from services.procedure_version w
          where w.code = v.code and w.origin = 'declared' and w.number < v.number and ${isHeard(sql`w`)}
          order by w.number desc limit 1) as base
      from services.procedure_version v where v.code = ${code} and ${isHeldBack(on)}`,
  )
