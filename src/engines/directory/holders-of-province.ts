import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { validOn } from './valid-on.ts'

/** The persons whose own posts give a right over the whole province on a day. */
export const holdersOfProvince = async (tx: Queries, permission: string, on: PlainDate): Promise<string[]> => {
  const found = await rows(
    tx,
    sql<{ personId: string }>`select distinct a.person_id from directory.role r
      join directory.post p on p.function = r.function and ${validOn('p', on)}
      join directory.appointment a on a.post_id = p.id and ${validOn('a', on)}
      where r.permissions->>${permission}::text = 'all'`,
  )
  return found.map(({ personId }) => personId)
}
