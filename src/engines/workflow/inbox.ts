import { find, rows, sql, type Fragment, type RawBuilder } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { keep } from '#kernel/database/memory.ts'
import { InstantAndId, readCursor, toPage } from '#values/page.ts'
import { dateAt } from '#values/plain-date.ts'
import { holderOfKey } from '#engines/directory/index.ts'
import type { TaskKind, TaskRow } from './task.ts'

export interface InboxRow extends Omit<TaskRow, 'consult'> {
  readonly assigneeName: string | null
}

export interface InboxPage {
  readonly after?: string | undefined
  readonly limit: number
  readonly kind?: TaskKind | undefined
}

/**
 * Open work under these keys, soonest due first. Each key is one bounded index scan, merged: the cost does not depend on how
 * many tasks there are, only on how many keys (about 0.1 ms each). Work of one kind has an index of its own, or a rare kind
 * would be looked for among all others. Keys are the rights; nothing is filtered afterwards.
 */
export async function inboxPage(tx: Queries, keys: readonly number[], page: InboxPage, now: Date) {
  return toPage(await rows(tx, inboxQuery(keys, page, now)), page.limit, (row) => [row.due.toISOString(), row.id])
}

/** The rows of a page, and one more if there is another. */
export function inboxQuery(keys: readonly number[], page: InboxPage, now: Date): RawBuilder<InboxRow> {
  const [due, id] = page.after === undefined ? [undefined, undefined] : readCursor(InstantAndId, page.after)
  const beyond: Fragment = due === undefined ? sql`` : sql`and (t.due, t.id) > (${due}::timestamptz, ${id}::uuid)`
  const ofKind: Fragment = page.kind === undefined ? sql`` : sql`and t.kind = ${page.kind}`
  return sql<InboxRow>`
    with merged as (
      select found.* from unnest(${keys}::int[]) as key
      cross join lateral (
        select t.id, t.due from workflow.task t
        where t.assignee = key and t.is_open and (t.remind_at is null or t.remind_at <= ${now}) ${ofKind} ${beyond}
        order by t.due, t.id limit ${page.limit + 1}
      ) found
      order by found.due, found.id limit ${page.limit + 1}
    )
    select t.id, t.subject_type, t.subject_id, t.step, t.kind, t.unit_id, t.assignee, t.code, t.title, t.line, t.step_name, t.opened_at, t.due,
      t.is_open, t.is_waiting, ${holderOfKey(sql`t.assignee`, dateAt(now))} as assignee_name
    from merged join workflow.task t on t.id = merged.id
    order by t.due, t.id`
}

/** Beyond this, a count says "1.000+": nobody works differently at 1,001, and counting on costs. */
export const countedUpTo = 1000

export interface InboxCount {
  readonly open: number
  readonly late: number
  readonly today: number
}

/** How much open work there is under these keys; each key is counted to the cap inside its own index scan. */
export async function countInbox(tx: Queries, keys: readonly number[], now: Date, endOfDay: Date): Promise<InboxCount> {
  const counted = await find(
    tx,
    sql<InboxCount>`select count(*)::int as open, count(*) filter (where found.due < ${now} and not found.is_waiting)::int as late,
        count(*) filter (where found.due >= ${now} and found.due <= ${endOfDay} and not found.is_waiting)::int as today
      from unnest(${keys}::int[]) as key
      cross join lateral (
        select t.due, t.is_waiting from workflow.task t
        where t.assignee = key and t.is_open and (t.remind_at is null or t.remind_at <= ${now})
        order by t.due, t.id limit ${countedUpTo}
      ) found`,
  )
  return counted ?? { open: 0, late: 0, today: 0 }
}

/** The keys of a unit's posts and functions: what "my unit's work" is. */
export const keysOfUnits = (tx: Queries, unitIds: readonly string[]): Promise<readonly number[]> =>
  keep(tx, `keys of ${unitIds.join(' ')}`, async () => {
    const found = await rows(
      tx,
      sql<{ key: number }>`select key from directory.principal where unit_id = any(${unitIds}) and kind <> 'unit'`,
    )
    return found.map((row) => row.key)
  })
