import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { getPost, getUnit, lockTransfer } from '#engines/directory/index.ts'
import { lockTasks, moveTasks } from '../task.ts'
import { mustBeCompetent } from './competent.ts'
import { getConcerned } from './concerned.ts'
import { handoverProblems } from './contract.ts'
import { workLeft } from './work-left.ts'

/**
 * Names who gets work of somebody who goes: theirs once they accept it, and in the same unit at the latest from the effective day. What
 * was accepted or finished stays as it is.
 */
export async function handOverTasks(
  ctx: Context,
  given: { readonly transferId: string; readonly taskIds: readonly string[]; readonly postId: string },
): Promise<{ given: number; toName: string }> {
  await getConcerned(ctx, given.transferId)
  const transfer = await lockTransfer(ctx.tx, given.transferId)
  if (await isHandedOver(ctx.tx, transfer.id)) throw new Problem('handoverOver', handoverProblems.handoverOver)
  const { keys } = await workLeft(ctx.tx, transfer)
  const tasks = (await lockTasks(ctx.tx, given.taskIds)).filter((task) => task.isOpen && keys.includes(task.assignee))
  const scope = scopeOf(ctx.actor, 'task.reassign')
  for (const unitId of new Set(tasks.map((task) => task.unitId))) {
    const { key } = await getUnit(ctx.tx, unitId, transfer.effectiveOn)
    if (scope !== 'all' && !scope.includes(key)) fail('notFound')
  }
  const post = await getPost(ctx.tx, given.postId, transfer.effectiveOn)
  if (post.personName === null || keys.includes(post.key))
    throw new Problem('handoverNobody', handoverProblems.handoverNobody)
  await mustBeCompetent(ctx, tasks, post, transfer.effectiveOn)
  for (const task of tasks) {
    await run(
      ctx.tx,
      sql`insert into workflow.task_handover (transfer_id, task_id, from_key, from_unit_id, to_key, given_by, given_at)
        values (${transfer.id}, ${task.id}, ${task.assignee}, ${task.unitId}, ${post.key}, ${ctx.actor.name}, ${ctx.now()})
        on conflict (transfer_id, task_id) do update set to_key = excluded.to_key, given_by = excluded.given_by, given_at = excluded.given_at
        where task_handover.accepted_at is null`,
    )
    ctx.note({
      objectType: 'task',
      objectId: task.id,
      facts: { code: task.code, to: post.title, transfer: transfer.id },
    })
  }
  if (tasks.length > 0)
    ctx.emit('task.handed-on', { transferId: transfer.id, key: post.key, personId: post.personId, count: tasks.length })
  return { given: tasks.length, toName: post.personName }
}

/** The caller has it: what was given to their own posts is theirs from now on. */
export async function acceptTasks(
  ctx: Context,
  { transferId, taskIds }: { readonly transferId: string; readonly taskIds: readonly string[] },
): Promise<{ accepted: number }> {
  await getConcerned(ctx, transferId)
  await lockTransfer(ctx.tx, transferId)
  await lockTasks(ctx.tx, taskIds)
  const accepted = await rows(
    ctx.tx,
    sql<{
      taskId: string
      fromKey: number
      toKey: number
      unit: string
    }>`update workflow.task_handover h set accepted_at = ${ctx.now()}
      from directory.principal q where q.key = h.to_key and h.transfer_id = ${transferId} and h.task_id = any(${taskIds}::uuid[])
        and h.to_key = any(${ctx.actor.ownKeys}::int[]) and h.accepted_at is null
      returning h.task_id, h.from_key, h.to_key, q.unit_id as unit`,
  )
  for (const { taskId, fromKey, toKey, unit } of accepted) {
    const [task] = await lockTasks(ctx.tx, [taskId])
    if (task?.assignee === fromKey) await moveTasks(ctx.tx, [{ id: taskId, unit, assignee: toKey }])
    ctx.note({ objectType: 'task', objectId: taskId, facts: { code: task?.code, transfer: transferId } })
  }
  return { accepted: accepted.length }
}

/** Whether the effective day has come and everything has gone over. */
export const isHandedOver = async (tx: Queries, transferId: string): Promise<boolean> =>
  (await find(tx, sql`select 1 from workflow.handed_over where transfer_id = ${transferId}`)) !== undefined
