import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Job } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { getTransfer, holderOfKey, lockTransfer, transfersWhere, type TransferRow } from '#engines/directory/index.ts'
import { moveTasks, type TaskRow } from '../task.ts'
import { workLeft, type Left } from './work-left.ts'

/** Hands over what transfers left whose day has come. Their rights ended at midnight by dates; this follows within minutes. */
export const handOverDue: Job = {
  name: 'hand-over-tasks',
  schedule: '*/5 * * * *',
  async run(ctx) {
    const due = await transfersWhere(
      ctx.tx,
      sql`t.cancelled_at is null and t.effective_on <= ${dateAt(ctx.now())}
        and not exists (select 1 from workflow.handed_over done where done.transfer_id = t.id)`,
      50,
    )
    for (const transfer of due) await handOver(ctx, transfer)
  },
}

/** The same of one, where its day is today. */
export async function handOverIfDue(ctx: Context, transferId: string): Promise<void> {
  const transfer = await getTransfer(ctx.tx, transferId)
  if (transfer.cancelledAt === null && transfer.effectiveOn <= dateAt(ctx.now())) await handOver(ctx, transfer)
}

/** Every open piece of work gets its one owner: the colleague who was named, else whoever leads the unit. Deadlines stay as they are. */
async function handOver(ctx: Context, transfer: TransferRow): Promise<void> {
  await lockTransfer(ctx.tx, transfer.id)
  const first = await run(
    ctx.tx,
    sql`insert into workflow.handed_over (transfer_id, at) values (${transfer.id}, ${ctx.now()}) on conflict do nothing`,
  )
  if (first === 0) return
  const left = await workLeft(ctx.tx, transfer)
  const tasks = await rows(
    ctx.tx,
    sql<LeftTask>`select t.id, t.code, t.unit_id, t.assignee, h.to_key from workflow.task t
      left join workflow.task_handover h on h.transfer_id = ${transfer.id} and h.task_id = t.id
        and ${holderOfKey(sql`h.to_key`, transfer.effectiveOn)} is not null
        and exists (select 1 from directory.principal q where q.key = h.to_key and q.unit_id = t.unit_id)
      where t.is_open and t.assignee = any(${left.keys}::int[]) order by t.id for no key update of t`,
  )
  const moves = tasks.flatMap((task) => ownerOf(task, left) ?? [])
  await moveTasks(ctx.tx, moves)
  const counts = new Map<number, number>()
  for (const { task, assignee } of moves) {
    counts.set(assignee, (counts.get(assignee) ?? 0) + 1)
    ctx.note({ objectType: 'task', objectId: task.id, facts: { code: task.code, transfer: transfer.id } })
    await run(
      ctx.tx,
      sql`insert into workflow.task_handover (transfer_id, task_id, from_key, from_unit_id, to_key, given_at)
        values (${transfer.id}, ${task.id}, ${task.assignee}, ${task.unitId}, ${assignee}, ${ctx.now()})
        on conflict (transfer_id, task_id) do update set to_key = excluded.to_key`,
    )
  }
  for (const [key, count] of counts) ctx.emit('task.handed-over', { transferId: transfer.id, key, count })
}

interface LeftTask extends Pick<TaskRow, 'id' | 'code' | 'unitId' | 'assignee'> {
  readonly toKey: number | null
}

/** Where a piece of work goes; undefined where nobody leads any more: then it waits for whoever gets the post. */
function ownerOf(task: LeftTask, { leaders }: Left) {
  const leader = leaders.get(task.unitId)
  if (task.toKey !== null) return { id: task.id, unit: task.unitId, assignee: task.toKey, task }
  return leader && { id: task.id, unit: leader.unitId, assignee: leader.key, task }
}

/** A transfer was cancelled: what was accepted meanwhile goes back, and nobody is named any more. */
export async function takeHandoverBack(ctx: Context, transferId: string): Promise<void> {
  await run(
    ctx.tx,
    sql`update workflow.task t set assignee = h.from_key, unit_id = h.from_unit_id from workflow.task_handover h
      where h.transfer_id = ${transferId} and t.id = h.task_id and t.is_open and t.assignee = h.to_key and h.accepted_at is not null`,
  )
  await run(ctx.tx, sql`delete from workflow.task_handover where transfer_id = ${transferId}`)
}
