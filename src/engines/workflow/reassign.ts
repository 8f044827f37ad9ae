import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { getPost, getUnit } from '#engines/directory/index.ts'
import { workflowProblems } from './contract.ts'
import { assignTasks, lockTasks, type TaskRow } from './task.ts'
import { functionsOf } from './takeable.ts'
import { changing, rememberTasks } from './undo-change.ts'

export interface Reassigned {
  readonly assigneeName: string
  readonly given: readonly TaskRow[]
  /** Finished meanwhile: they stay as they are. */
  readonly closed: readonly TaskRow[]
}

/**
 * Gives tasks to one post of their own unit. 404 when one is out of reach of the caller's right to assign, 403 `notReachable` when
 * the post is vacant or in another unit, `notDecider` when a decision would come to somebody below: then nothing is given at all.
 */
export async function reassign(
  ctx: Context,
  ids: readonly string[],
  to: { readonly postId: string; readonly reason?: string | undefined },
): Promise<Reassigned> {
  const on = dateAt(ctx.now())
  const scope = scopeOf(ctx.actor, 'task.reassign')
  const tasks = await lockTasks(ctx.tx, ids)
  if (tasks.length < new Set(ids).size) fail('notFound')
  for (const unitId of new Set(tasks.map((task) => task.unitId))) {
    const { key } = await getUnit(ctx.tx, unitId, on)
    if (scope !== 'all' && !scope.includes(key)) fail('notFound')
  }
  const post = await getPost(ctx.tx, to.postId, on)
  if (post.personName === null || tasks.some((task) => task.unitId !== post.unitId))
    throw new Problem('notReachable', workflowProblems.notReachable)
  const given = tasks.filter((task) => task.isOpen)
  await mustDecideFor(ctx, given, post.function)
  const givenIds = given.map((task) => task.id)
  await rememberTasks(ctx.tx, givenIds, changing(ctx))
  await assignTasks(ctx.tx, givenIds, post.key)
  for (const task of given) {
    ctx.note({ objectType: 'task', objectId: task.id, facts: { code: task.code, to: post.title, reason: to.reason } })
    ctx.emit('task.assigned', { taskId: task.id, subjectId: task.subjectId, key: post.key, reason: to.reason })
  }
  return { assigneeName: post.personName, given, closed: tasks.filter((task) => !task.isOpen) }
}

/** A decision stays with whoever the process names, their deputy, or whoever they deputise for; anybody else needs a written delegation. */
export async function mustDecideFor(ctx: Context, tasks: readonly TaskRow[], name: string): Promise<void> {
  const keys = tasks.filter((task) => task.kind === 'decide').map((task) => task.assignee)
  if (keys.length === 0) return
  const fits = (asked: string) => [asked, `deputy-${asked}`].includes(name) || asked === `deputy-${name}`
  if (!(await functionsOf(ctx.tx, keys)).every((one) => fits(one.function)))
    throw new Problem('notDecider', workflowProblems.notDecider)
}
