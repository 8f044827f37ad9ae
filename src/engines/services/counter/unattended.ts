import { rows, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { doersOf, reaches, validOn } from '#engines/directory/index.ts'

const mostNamed = 8

/** One-stop counters within reach at which nobody receives, nor stands in, nor leads the agency: nothing can be filed there. */
export async function listUnattendedCounters(ctx: Context) {
  const on = dateAt(ctx.now())
  const { here, inAgency } = doersOf('receiver')
  const found = await rows(
    ctx.tx,
    sql<{ id: string; name: string; all: number }>`
      select u.id, v.name, count(*) over ()::int as "all"
      from directory.unit u join directory.unit_version v on v.unit_id = u.id and ${validOn('v', on)}
      where v.kind = 'one-stop' and ${reaches(scopeOf(ctx.actor, 'directory.manage'), sql`u.key`)} and not exists (
        select from directory.post p join directory.appointment a on a.post_id = p.id and ${validOn('a', on)}
        where ${validOn('p', on)} and (p.unit_id = u.id and p.function = any(${here}::text[])
          or p.unit_id = v.agency_id and p.function = any(${inAgency}::text[])))
      order by v.tier = 'province' desc, u.code limit ${mostNamed}`,
  )
  return { all: found[0]?.all ?? 0, counters: found.map(({ id, name }) => ({ id, name })) }
}
