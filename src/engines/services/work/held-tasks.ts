import { rows, sql } from '#kernel/database/query.ts'
import type { Actor } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { holderOfKey, nameOfUnit } from '#engines/directory/index.ts'
import { takeableKeys } from '#engines/workflow/index.ts'

/** Open work of a dossier, and whose it is. */
export interface HeldTask {
  readonly id: string
  readonly step: string
  readonly consult: string | null
  readonly stepName: Words
  readonly unitId: string
  readonly unitName: string
  readonly holder: string | null
  readonly openedAt: Date
  readonly due: Date
  readonly assignee: number
  /** Addressed to the caller, to one of their functions, or delegated to them. */
  readonly isMine: boolean
  /** Of the caller's own function and unit: they may take it to themselves. */
  readonly canTake: boolean
}

/** The open work of a dossier with who holds it, as the caller stands to it. */
export async function heldTasks(ctx: Context, dossierId: string): Promise<HeldTask[]> {
  const today = dateAt(ctx.now())
  const found = await rows(
    ctx.tx,
    sql<Omit<HeldTask, 'isMine' | 'canTake'>>`
      select t.id, t.step, t.consult, t.step_name, t.unit_id, ${nameOfUnit(sql`t.unit_id`, today)} as unit_name,
        ${holderOfKey(sql`t.assignee`, today)} as holder, t.opened_at, t.due, t.assignee
      from workflow.task t
      where t.subject_id = ${dossierId} and t.is_open order by t.opened_at, t.id`,
  )
  const takeable = await takeableKeys(
    ctx,
    found.map((task) => task.assignee),
  )
  return found.map((task) => ({
    ...task,
    isMine: isHeldBy(ctx.actor, task),
    canTake: takeable.has(task.assignee),
  }))
}

/**
 * Whether a task is addressed to somebody, to one of their functions, or delegated to them.
 * @right
 */
export const isHeldBy = ({ workKeys }: Actor, { assignee }: Pick<HeldTask, 'assignee'>): boolean =>
  workKeys.includes(assignee)

/** What is to be done: in a step, as an answer to its consultation, or with the dossier as a whole. */
interface Doing {
  readonly step?: string | undefined
  readonly consult?: string | undefined
}

/**
 * Whether this is the caller's task for it. Whoever was only asked for an opinion answers that, and does nothing else.
 * @right
 */
export const isTaskFor = (task: Pick<HeldTask, 'isMine' | 'step' | 'consult'>, { step, consult }: Doing): boolean =>
  task.isMine && (step === undefined || task.step === step) && task.consult === (consult ?? null)
