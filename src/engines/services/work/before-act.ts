import type { Context } from '#kernel/operations/context.ts'
import type { ClockStop } from '#engines/calendar/index.ts'
import { unitsTakenBack } from '#engines/directory/index.ts'
import { lastWorkers, openTasksOf, type Action, type StepId, type TaskRow } from '#engines/workflow/index.ts'
import { clockStopsOf } from '../deadline/clock.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { lockVisibleDossier } from '../dossier/dossier-access.ts'
import { isHeldBy } from './held-tasks.ts'

/** An open task, and whether it is the caller's. */
export type OpenTask = TaskRow & { readonly isMine: boolean }

/** What an official's act is decided by, as it is while the dossier is locked; it changes by nothing but the act itself. */
export interface BeforeAct {
  readonly tasks: readonly OpenTask[]
  readonly stops: readonly ClockStop[]
  /** Who did each step last; undefined for an act that opens no work, as is the next. */
  readonly workers: ReadonlyMap<StepId, number> | undefined
  /** Units that no work may be opened in. */
  readonly takenBack: ReadonlySet<string> | undefined
}

/** Reads it of a locked dossier, all in one packet. */
export async function readBefore(
  { tx, actor }: Context,
  dossierId: string,
  action: Action['action'],
): Promise<BeforeAct> {
  const opensWork = action === 'complete' || action === 'return'
  const [tasks, stops, workers, takenBack] = await Promise.all([
    openTasksOf(tx, dossierId),
    clockStopsOf(tx, dossierId),
    opensWork ? lastWorkers(tx, dossierId) : undefined,
    opensWork ? unitsTakenBack(tx) : undefined,
  ])
  return { tasks: tasks.map((task) => ({ ...task, isMine: isHeldBy(actor, task) })), stops, workers, takenBack }
}

/**
 * A dossier the caller may see, locked, and what an act is decided by: all in one packet, since it depends on the id alone. It is done
 * in order, each statement with a snapshot of its own: what stands behind the lock is read when the lock is held.
 */
export async function lockToAct(
  ctx: Context,
  id: string,
  revision: number | undefined,
  action: Action['action'],
): Promise<{ dossier: Dossier; before: BeforeAct }> {
  // The lock is asked for first; of a dossier that is not seen nothing else is answered.
  const [dossier, before] = await Promise.all([lockVisibleDossier(ctx, id, revision), readBefore(ctx, id, action)])
  return { dossier, before }
}
