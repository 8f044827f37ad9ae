import { run, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { daysLeft, officesNow } from '#engines/calendar/index.ts'
import { workflowContract, workflowProblems } from './contract.ts'
import { countWork } from './count-work.ts'
import { handOverDue } from './handover/hand-over.ts'
import { handoverHandlers } from './handover/handlers.ts'
import { remindReceivers } from './handover/remind.ts'
import { handoverListeners } from './handover/tell.ts'
import { inboxPage, type InboxPage } from './inbox.ts'
import { keysFor, readsWork } from './keys-for.ts'
import { isReached, loadOf } from './load.ts'
import { reassign } from './reassign.ts'
import { takeableKeys } from './takeable.ts'
import { assignTasks, getTask, type TaskRow } from './task.ts'
import { changing, rememberTasks, undoChange } from './undo-change.ts'

export { advance } from './advance.ts'
export type { Action, Effect, TaskResult } from './action.ts'
export { allowedActions, type AllowedAction } from './allowed-actions.ts'
export type { Place, Process, StepId } from './declare.ts'
export { judgeStepMove } from './move/judge-step.ts'
export { moveState, type StepMap } from './move/move-state.ts'
export { plannedPath } from './planned-path.ts'
export { notStarted, type Outcome, type ProcessState, type Proposal } from './process-state.ts'
export {
  carryTasks,
  closeTask,
  lastWorkers,
  lockOpenTasks,
  moveOpenTasks,
  moveTasks,
  openTasks,
  openTasksOf,
  openTasksOfMany,
  restoreTasks,
  setTaskDue,
  setWaiting,
  type NewTask,
  type TaskKind,
  type TaskRow,
} from './task.ts'
export { countWork } from './count-work.ts'
export { takeableKeys } from './takeable.ts'
export { undoableSince, undoMs } from './undo-change.ts'
export { nameOfStep } from './usual-step.ts'

/** A page of the work under these keys, each with the days it has left. */
async function listWork(ctx: Context, keys: readonly number[], page: InboxPage) {
  const offices = await officesNow(ctx)
  const found = await inboxPage(ctx.tx, keys, page, ctx.now())
  const rows = found.rows.map((row) => ({
    ...row,
    left: daysLeft(offices.workingTimeOf(row.unitId), ctx.now(), row.due, 'working-hour'),
  }))
  return { ...found, rows }
}

/**
 * Work of one's own unit is seen, and some of it taken; anyone else's is not found.
 * @right
 */
async function getOwnUnitTask(ctx: Context, id: string): Promise<TaskRow> {
  const task = await getTask(ctx.tx, id)
  const keys = [...(await keysFor(ctx, 'unit')), ...ctx.actor.workKeys]
  if (!keys.includes(task.assignee)) fail('notFound')
  return task
}

/** Given the address that links in e-mails begin with. */
export const createWorkflow = (publicUrl: string) =>
  defineEngine({
    name: 'workflow',
    contract: workflowContract,
    listeners: handoverListeners(publicUrl),
    jobs: [handOverDue, remindReceivers(publicUrl)],
    handlers: {
      ...handoverHandlers,

      async listInbox(ctx, { whose, ...page }) {
        const found = await listWork(ctx, await keysFor(ctx, whose), page)
        ctx.note({ objectType: 'inbox', objectId: whose, facts: { rows: found.rows.length } })
        return found
      },

      countInbox: (ctx) => countWork(ctx),

      async takeTask(ctx, { id }) {
        const task = await getOwnUnitTask(ctx, id)
        const key = (await takeableKeys(ctx, [task.assignee])).get(task.assignee)
        if (key === undefined) throw new Problem('notTakeable', workflowProblems.notTakeable)
        await rememberTasks(ctx.tx, [id], changing(ctx))
        if ((await assignTasks(ctx.tx, [id], key)) === 0) throw new Problem('taskClosed', workflowProblems.taskClosed)
        ctx.note({ objectType: 'task', objectId: id, facts: { code: task.code } })
        ctx.emit('task.taken', { taskId: id, subjectId: task.subjectId, key })
        return { assigneeName: ctx.actor.name }
      },

      async reassignTask(ctx, { id, ...to }) {
        const { assigneeName, closed } = await reassign(ctx, [id], to)
        if (closed.length > 0) throw new Problem('taskClosed', workflowProblems.taskClosed)
        return { assigneeName }
      },

      async reassignTasks(ctx, { ids, ...to }) {
        const { assigneeName, given, closed } = await reassign(ctx, ids, to)
        return { assigneeName, given: given.length, closed: closed.map((task) => task.id) }
      },

      async remindLater(ctx, { id, at }) {
        const task = await getTask(ctx.tx, id)
        if (!ctx.actor.workKeys.includes(task.assignee)) fail('notFound')
        await rememberTasks(ctx.tx, [id], changing(ctx))
        await run(ctx.tx, sql`update workflow.task set remind_at = ${at} where id = ${id} and is_open`)
        return { at }
      },

      async undoTask(ctx, { id }) {
        const undone = await undoChange(ctx.tx, id, changing(ctx))
        if (undone === undefined) throw new Problem('undoOver', workflowProblems.undoOver)
        ctx.note({ objectType: 'task', objectId: id, facts: { code: undone.code, undone: true } })
        const { givenTo, subjectId } = undone
        if (givenTo !== undone.assignee && !ctx.actor.workKeys.includes(givenTo))
          ctx.emit('task.assignment-undone', { taskId: id, subjectId, key: givenTo })
        return { id }
      },

      viewLoad(ctx) {
        const on = dateAt(ctx.now())
        return loadOf(ctx.tx, scopeOf(ctx.actor, 'task.load'), {
          on,
          now: ctx.now(),
          endOfDay: instantOf(addDays(on, 1)),
          endOfWeek: instantOf(addDays(on, 7)),
          weekAgo: instantOf(addDays(on, -7)),
        })
      },

      async listWorkOf(ctx, { key, ...page }) {
        if (!(await isReached(ctx.tx, key, [scopeOf(ctx.actor, 'task.load'), scopeOf(ctx.actor, readsWork)])))
          fail('notFound')
        const found = await listWork(ctx, [key], page)
        ctx.note({ objectType: 'inbox', objectId: String(key), facts: { rows: found.rows.length } })
        return found
      },
    },
  })
