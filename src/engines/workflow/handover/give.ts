import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { getPost, getUnit, lockTransfer } from '#engines/directory/index.ts'
import { mustDecideFor } from '../reassign.ts'
import { assignTasks, lockTasks } from '../task.ts'
import { getConcerned } from './concerned.ts'
import { handoverProblems } from './contract.ts'
import { workLeft } from './work-left.ts'

/**
 * Names who gets work of somebody who goes: theirs once they accept it, and at the latest from the effective day. What was accepted
 * or finished stays as it is.
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
  if (post.personName === null || keys.includes(post.key) || tasks.some((task) => task.unitId !== post.unitId))
    throw new Problem('handoverNobody', handoverProblems.handoverNobody)
  await mustDecideFor(ctx, tasks, post.function)
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
    sql<{ taskId: string; fromKey: number; toKey: number }>`update workflow.task_handover set accepted_at = ${ctx.now()}
      where transfer_id = ${transferId} and task_id = any(${taskIds}::uuid[]) and to_key = any(${ctx.actor.ownKeys}::int[])
        and accepted_at is null
      returning task_id, from_key, to_key`,
  )
  for (const { taskId, fromKey, toKey } of accepted) {
    const [task] = await lockTasks(ctx.tx, [taskId])
    if (task?.assignee === fromKey) await assignTasks(ctx.tx, [taskId], toKey)
    ctx.note({ objectType: 'task', objectId: taskId, facts: { code: task?.code, transfer: transferId } })
  }
  return { accepted: accepted.length }
}

/** Whether the effective day has come and everything has gone over. */
export const isHandedOver = async (tx: Queries, transferId: string): Promise<boolean> =>
  (await find(tx, sql`select 1 from workflow.handed_over where transfer_id = ${transferId}`)) !== undefined
