import { Problem } from '#values/errors.ts'
import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { fill } from '#values/words.ts'
import type { WorkingTime } from '#engines/calendar/index.ts'
import { plannedPath, type Process, type StepId } from '#engines/workflow/index.ts'
import { servicesProblems } from '../contract/problems.ts'
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

/** The end of the day to which an apology puts a dossier off: a working day within a year, after today and the day promised before. */
export function promisedAnew(workingTime: WorkingTime, dossier: Dossier, newDate: PlainDate, now: Date): Date {
  const today = dateAt(now)
  const promised = dateAt(dossier.promised ?? dossier.deadline)
  const after = promised > today ? promised : today
  if (newDate <= after || newDate > addDays(today, 366) || !workingTime.isWorkingDay(newDate))
    throw new Problem('newDateUnfit', servicesProblems.newDateUnfit, {
      places: [{ path: 'act.newDate', message: fill(newDateWords, { after: showDate(after) }) }],
    })
  return workingTime.closingOf(newDate)
}

const newDateWords = {
  vi: 'Ngày hẹn lại phải là ngày làm việc, sau ngày {after} và trong vòng một năm.',
  en: 'The new date must be a working day after {after}, within a year.',
}
