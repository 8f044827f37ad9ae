import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import type { TaskKind } from '../task.ts'
import {
  emptyKeys,
  leaderThen,
  prepareTransfer,
  validOn,
  type Leader,
  type Leaving,
  type TransferRow,
} from '#engines/directory/index.ts'

/** What a transfer leaves behind: keys that nobody holds, and who leads each unit then. */
export interface Left {
  readonly leaving: Leaving
  readonly keys: readonly number[]
  /** By unit. */
  readonly leaders: ReadonlyMap<string, Leader>
}

export async function workLeft(tx: Queries, { personId, effectiveOn, changes }: TransferRow): Promise<Left> {
  const { ending, beginning } = await prepareTransfer(tx, changes.plan)
  const leaving = { personId, effectiveOn, ending, beginning }
  const empty = await emptyKeys(tx, leaving)
  const leaders = new Map<string, Leader>()
  for (const unitId of new Set(empty.map((one) => one.unitId))) {
    const leader = await leaderThen(tx, unitId, leaving)
    if (leader !== undefined) leaders.set(unitId, leader)
  }
  return { leaving, keys: empty.map(({ key }) => key), leaders }
}

export interface HandoverItem {
  readonly taskId: string
  readonly subjectId: string
  readonly code: string
  readonly title: string
  readonly line: string
  readonly stepName: Words
  readonly kind: TaskKind
  readonly assignee: number
  readonly unitId: string
  readonly unitKey: number
  readonly due: Date
  readonly isOpen: boolean
  readonly isWaiting: boolean
  readonly toKey: number | null
  readonly toName: string | null
  readonly toTitle: string | null
  readonly givenBy: string | null
  readonly acceptedAt: Date | null
}

/** More than anybody holds; what is beyond is handed over all the same. */
const mostItems = 500

/**
 * The work of one transfer under a condition on `t` (task), `h` (hand-over) and `u` (its unit before): what lies under the keys that are
 * left, and what was given; first what nobody was given.
 */
export const itemsOf = (
  tx: Queries,
  { id, effectiveOn }: TransferRow,
  keys: readonly number[],
  condition: Fragment,
): Promise<HandoverItem[]> =>
  rows(
    tx,
    sql<HandoverItem>`with named as (
        select task_id from workflow.task_handover where transfer_id = ${id}
        union
        select id from workflow.task where is_open and assignee = any(${keys}::int[])
          and not exists (select 1 from workflow.handed_over where transfer_id = ${id})
      )
      select t.id as task_id, t.subject_id, t.code, t.title, t.line, t.step_name, t.kind, t.assignee, u.id as unit_id, u.key as unit_key, t.due, t.is_open,
        t.is_waiting, h.to_key, receiver.name as to_name, receiver.title as to_title, h.given_by, h.accepted_at
      from named join workflow.task t on t.id = named.task_id
      left join workflow.task_handover h on h.transfer_id = ${id} and h.task_id = t.id
      join directory.unit u on u.id = coalesce(h.from_unit_id, t.unit_id)
      left join lateral (${holderOf(sql`h.to_key`, effectiveOn)}) receiver on true
      where ${condition}
      order by h.task_id is not null, t.due, t.id limit ${mostItems}`,
  )

/** The name and title of whoever holds a post, by its key, on a day. */
const holderOf = (key: Fragment, on: PlainDate): Fragment =>
  sql`select person.full_name as name, p.title from directory.post p
    join directory.appointment a on a.post_id = p.id and ${validOn('a', on)}
    join directory.person on person.id = a.person_id
    where p.key = ${key} order by a.kind = 'regular' desc, a.valid_from desc limit 1`

export const countsOf = (items: readonly Pick<HandoverItem, 'toKey' | 'acceptedAt'>[]) => ({
  total: items.length,
  given: items.filter(({ toKey }) => toKey !== null).length,
  accepted: items.filter(({ acceptedAt }) => acceptedAt !== null).length,
})
