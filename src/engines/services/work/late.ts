import type { WorkingTime } from '#engines/calendar/index.ts'
import { plannedPath, type Process, type StepId } from '#engines/workflow/index.ts'
import { factsOf, type Dossier } from '../dossier/dossier.ts'

/** Past its date while it is the office's turn: an applicant who is asked to act is not told that the office is late. */
export const isLate = (dossier: Pick<Dossier, 'status' | 'deadline' | 'finishedAt'>, now: Date): boolean =>
  dossier.finishedAt === null
    ? dossier.status === 'open' && dossier.deadline < now
    : dossier.deadline < dossier.finishedAt

/**
 * Whether a new date is owed (Decree 61/2018 art. 19): the date is past, or the hours of the steps that are left no longer fit
 * before it. Of an open step only what is left until it is due counts.
 */
export function mustPutOff(
  workingTime: WorkingTime,
  process: Process,
  dossier: Dossier,
  tasks: readonly { readonly step: StepId; readonly consult: string | null; readonly due: Date }[],
  now: Date,
): boolean {
  if (dossier.receivedAt === null || dossier.finishedAt !== null) return false
  if (dossier.deadline < now) return true
  const left = new Map(
    tasks
      .filter((task) => task.consult === null)
      .map((task) => [task.step, Math.max(0, workingTime.workingMinutesBetween(now, task.due)) / 60]),
  )
  const ends = plannedPath(process, dossier.state, factsOf(dossier), left)
    .filter((step) => step.counted)
    .map((step) => step.opensIn + step.hours)
  return workingTime.addWorkingMinutes(now, Math.round(Math.max(0, ...ends) * 60)) > dossier.deadline
}
