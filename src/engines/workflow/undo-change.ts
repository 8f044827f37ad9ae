import { find, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'

/** For how long something can be taken back, and how long a slow line may take to say so. */
export const undoMs = 10_000
const graceMs = 5_000

/** The earliest instant at which something was done that can still be taken back. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - undoMs - graceMs)

/** Whose change of a task it is, and when. */
export interface Changing {
  readonly account: string
  readonly at: Date
}

export const changing = (ctx: Context): Changing => ({ account: ctx.actor.account, at: ctx.now() })

/** Keeps how open tasks are before they are given to somebody or put off, so that this can be taken back. */
export const rememberTasks = (tx: Queries, ids: readonly string[], { account, at }: Changing): Promise<void> =>
  write(
    tx,
    sql`update workflow.task
      set undo = jsonb_build_object('account', ${account}::text, 'at', ${at}::timestamptz, 'assignee', assignee, 'remindAt', remind_at)
      where id = any(${ids}::uuid[]) and is_open`,
  )

export interface UndoneChange {
  readonly code: string
  readonly subjectId: string
  readonly givenTo: number
  readonly assignee: number
}

/** Takes back who has an open task, or when it shows again, if this account changed it last and not long ago. */
export const undoChange = (tx: Queries, id: string, { account, at }: Changing): Promise<UndoneChange | undefined> =>
  find(
    tx,
    sql<UndoneChange>`
      with given as (select id, assignee from workflow.task where id = ${id} for update)
      update workflow.task t set assignee = (t.undo->>'assignee')::int, remind_at = (t.undo->>'remindAt')::timestamptz, undo = null
      from given
      where t.id = given.id and t.is_open and t.undo->>'account' = ${account}
        and (t.undo->>'at')::timestamptz >= ${undoableSince(at)}
      returning t.code, t.subject_id, given.assignee as given_to, t.assignee`,
  )
