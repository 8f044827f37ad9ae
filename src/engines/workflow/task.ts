import { randomUUIDv7 } from 'node:crypto'
import { get, json, rows, run, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Words } from '#values/words.ts'
import type { StepId, StepKind } from './declare.ts'

/** What kind of work a task is: the kind of its step, or an opinion asked of another unit. */
export type TaskKind = StepKind | 'consult'

export interface TaskRow {
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
  readonly step: StepId
  readonly kind: TaskKind
  readonly consult: string | null
  readonly unitId: string
  readonly assignee: number
  readonly code: string
  readonly title: string
  readonly line: string
  readonly stepName: Words
  readonly openedAt: Date
  readonly due: Date
  readonly isOpen: boolean
  /** The clock of its subject stands: nobody here is late. */
  readonly isWaiting: boolean
}

export type NewTask = Omit<TaskRow, 'id' | 'isOpen' | 'isWaiting' | 'consult'> & {
  readonly consult?: string | undefined
}

const taskColumns = sql`t.id, t.subject_type, t.subject_id, t.step, t.kind, t.consult, t.unit_id, t.assignee, t.code, t.title, t.line,
  t.step_name, t.opened_at, t.due, t.is_open, t.is_waiting`

/** Opens tasks for a subject, in one statement. */
export async function openTasks(tx: Queries, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  const given = tasks.map((task) => ({ id: randomUUIDv7(), ...task }))
  await write(
    tx,
    sql`insert into workflow.task (id, subject_type, subject_id, step, kind, consult, unit_id, assignee, code, title, line, step_name, opened_at, due)
      select id, "subjectType", "subjectId", step, kind, consult, "unitId", assignee, code, title, line, "stepName", "openedAt", due
      from jsonb_to_recordset(${json(given)}) as g (id uuid, "subjectType" text, "subjectId" uuid, step text, kind text, consult text, "unitId" uuid,
        assignee integer, code text, title text, line text, "stepName" jsonb, "openedAt" timestamptz, due timestamptz)`,
  )
}

export interface Closing {
  readonly subjectId: string
  readonly step: StepId
  readonly consult?: string | undefined
  readonly result: string
  readonly at: Date
  readonly by?: { readonly key: number; readonly name: string } | undefined
}

/** Closes the open task of a step (or of one consultation in it). */
export const closeTask = (tx: Queries, closing: Closing): Promise<void> =>
  write(
    tx,
    sql`update workflow.task set is_open = false, closed_at = ${closing.at}, result = ${closing.result},
        closed_by = ${closing.by?.key ?? null}, closed_by_name = ${closing.by?.name ?? null}
      where subject_id = ${closing.subjectId} and is_open and step = ${closing.step}
        and consult is not distinct from ${closing.consult ?? null}`,
  )

/** The open tasks of a subject. */
export const openTasksOf = (tx: Queries, subjectId: string): Promise<TaskRow[]> =>
  rows(
    tx,
    sql<TaskRow>`select ${taskColumns} from workflow.task t where t.subject_id = ${subjectId} and t.is_open order by t.opened_at, t.id`,
  )

/** The open tasks of many subjects. */
export const openTasksOfMany = (tx: Queries, subjectIds: readonly string[]): Promise<TaskRow[]> =>
  rows(
    tx,
    sql<TaskRow>`select ${taskColumns} from workflow.task t where t.subject_id = any(${subjectIds}::uuid[]) and t.is_open
      order by t.opened_at, t.id`,
  )

/** Sets when an open task is due, counted anew. */
export const setTaskDue = (tx: Queries, id: string, due: Date): Promise<number> =>
  run(tx, sql`update workflow.task set due = ${due} where id = ${id} and is_open`)

export const getTask = (tx: Queries, id: string): Promise<TaskRow> =>
  get(tx, sql<TaskRow>`select ${taskColumns} from workflow.task t where t.id = ${id}`)

/** Who did a step of this subject last, so that work sent back reaches the same post. */
export const lastWorkers = async (tx: Queries, subjectId: string): Promise<ReadonlyMap<StepId, number>> => {
  const found = await rows(
    tx,
    sql<{ step: string; closedBy: number }>`select distinct on (step) step, closed_by from workflow.task
      where subject_id = ${subjectId} and not is_open and closed_by is not null and consult is null order by step, closed_at desc`,
  )
  return new Map(found.map((row) => [row.step, row.closedBy]))
}

/** Gives open tasks to another key; answers how many were still open. */
export const assignTasks = (tx: Queries, ids: readonly string[], assignee: number): Promise<number> =>
  run(tx, sql`update workflow.task set assignee = ${assignee} where id = any(${ids}::uuid[]) and is_open`)

/** Puts open tasks into other units, each with its new key: an organisation that changed, not a decision about the work. */
export const moveTasks = (
  tx: Queries,
  moves: readonly { readonly id: string; readonly unit: string; readonly assignee: number }[],
): Promise<number> =>
  run(
    tx,
    sql`update workflow.task t set unit_id = g.unit, assignee = g.assignee
      from jsonb_to_recordset(${json(moves)}) as g (id uuid, unit uuid, assignee integer) where t.id = g.id and t.is_open`,
  )

/** The tasks with these ids, locked in one order until the transaction ends; ids without one are left out. */
export const lockTasks = (tx: Queries, ids: readonly string[]): Promise<TaskRow[]> =>
  rows(
    tx,
    sql<TaskRow>`select ${taskColumns} from workflow.task t where t.id = any(${ids}::uuid[]) order by t.id for no key update`,
  )

/** Locks a subject's open tasks until the transaction ends: nobody takes one or is given it meanwhile. */
export const lockOpenTasks = (tx: Queries, subjectId: string): Promise<number> =>
  run(tx, sql`select from workflow.task where subject_id = ${subjectId} and is_open order by id for update`)

/**
 * Puts a subject's tasks back as they were when only these were open: what was opened since is closed as undone, by nobody,
 * and what was closed is open again.
 */
export async function restoreTasks(tx: Queries, subjectId: string, open: readonly string[], at: Date): Promise<void> {
  await run(
    tx,
    sql`update workflow.task set is_open = false, closed_at = ${at}, result = 'undone'
      where subject_id = ${subjectId} and is_open and id <> all(${open}::uuid[])`,
  )
  await run(
    tx,
    sql`update workflow.task set is_open = true, closed_at = null, closed_by = null, closed_by_name = null, result = null
      where subject_id = ${subjectId} and not is_open and id = any(${open}::uuid[])`,
  )
}

/** Moves the due times of a subject's open tasks, after its clock stood still. */
export async function moveOpenTasks(tx: Queries, subjectId: string, later: (task: TaskRow) => Date): Promise<void> {
  for (const task of await openTasksOf(tx, subjectId)) {
    await run(tx, sql`update workflow.task set due = ${later(task)} where id = ${task.id} and is_open`)
  }
}

/** Marks a subject's open tasks while its clock stands. */
export const setWaiting = (tx: Queries, subjectId: string, isWaiting: boolean): Promise<void> =>
  write(
    tx,
    sql`update workflow.task set is_waiting = ${isWaiting} where subject_id = ${subjectId} and is_open and is_waiting <> ${isWaiting}`,
  )

/** An open task as it goes on under another step, or the same one. */
export interface CarriedTo {
  readonly step: StepId
  readonly consult?: string | undefined
  readonly to: StepId
  readonly kind: TaskKind
  readonly stepName: Words
}

/** Puts open tasks of a subject under the steps that they are now, all at once; who has them keeps them. */
export const carryTasks = (tx: Queries, subjectId: string, carried: readonly CarriedTo[]): Promise<void> =>
  write(
    tx,
    sql`update workflow.task t set step = g."to", kind = g.kind, step_name = g."stepName"
      from jsonb_to_recordset(${json(carried)}) as g (step text, consult text, "to" text, kind text, "stepName" jsonb)
      where t.subject_id = ${subjectId} and t.is_open and t.step = g.step and t.consult is not distinct from g.consult`,
  )
