import { sql, type Fragment } from '#kernel/database/query.ts'

/** Open dossiers stand soonest due first, all of them newest first. */
export type View = 'open' | 'all'

/** The sort key of the last dossier of a page: when it is due or was filed, and its id. */
export type Cursor = readonly [string, string] | undefined

/** By the columns of `d`. */
export const inOrder = (view: View): Fragment =>
  view === 'open' ? sql`order by d.deadline, d.id` : sql`order by d.filed_at desc, d.id desc`

/** The condition that `d` comes after the last of the page before. */
export function after(view: View, cursor: Cursor): Fragment {
  if (cursor === undefined) return sql`true`
  const [at, id] = cursor
  return view === 'open'
    ? sql`(d.deadline, d.id) > (${at}::timestamptz, ${id}::uuid)`
    : sql`(d.filed_at, d.id) < (${at}::timestamptz, ${id}::uuid)`
}
