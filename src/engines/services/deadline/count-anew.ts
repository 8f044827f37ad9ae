import { dateAt } from '#values/plain-date.ts'
import type { ClockStop, Offices, WorkingTime } from '#engines/calendar/index.ts'
import type { TaskRow } from '#engines/workflow/index.ts'
import { deadlineFor } from './clock.ts'
import type { Procedure } from '../declare.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { supplementDue, type Supplement } from '../dossier/supplement.ts'

/** What of a dossier its deadline is counted from, and the dates that stand. */
export type Dated = Pick<
  Dossier,
  | 'answers'
  | 'state'
  | 'channel'
  | 'place'
  | 'receiverId'
  | 'filedAt'
  | 'receivedAt'
  | 'finishedAt'
  | 'deadline'
  | 'promised'
>

/** By when an open request for a supplement is to be answered, and what that was counted from. */
export type AskedSupplement = Pick<Supplement, 'askedAt' | 'days' | 'due'>

/** An open dossier with everything that its dates were counted from. */
export interface Counted {
  readonly dossier: Dossier
  readonly stops: readonly ClockStop[]
  readonly tasks: readonly TaskRow[]
  readonly supplement: AskedSupplement | null
}

export interface CountedAnew {
  readonly deadline: Date
  readonly promised: Date | null
  /** Of each open task, in their order. */
  readonly dues: readonly Date[]
  readonly supplementDue: Date | null
}

/**
 * All dates of an open dossier as they would be if the calendar and all office hours had always been these: what is promised by
 * those of the counter that received it, each task by those of the unit that does it. What was promised follows the deadline; an apology's date was named to the applicant and stands, moving only off a day that is not worked any more (Civil
 * Code 2015 art. 148).
 */
export function countAnew(
  offices: Pick<Offices, 'workingTimeOf'>,
  procedure: Procedure,
  counted: Counted,
): CountedAnew {
  const { dossier, stops, tasks, supplement } = counted
  const counter = offices.workingTimeOf(dossier.receiverId)
  return {
    ...countDeadline(counter, procedure, dossier, stops),
    dues: tasks.map((task) => dueOf(offices.workingTimeOf(task.unitId), procedure, task, stops)),
    supplementDue: supplement && supplementDueAnew(counter, supplement),
  }
}

/** When the applicant answers: counted anew, but a day that was named to them never comes nearer. */
export function supplementDueAnew(workingTime: WorkingTime, { askedAt, days, due }: AskedSupplement): Date {
  const named = onWorkingDay(workingTime, due)
  const counted = days === null ? named : supplementDue(workingTime, askedAt, days)
  return counted > named ? counted : named
}

/** The deadline and the promised day of an open dossier, counted anew. */
export function countDeadline(
  workingTime: WorkingTime,
  procedure: Procedure,
  dossier: Dated,
  stops: readonly ClockStop[],
): Pick<CountedAnew, 'deadline' | 'promised'> {
  const { deadline: before, promised } = dossier
  // What is finished is measured by the date that stood.
  if (dossier.finishedAt !== null) return { deadline: before, promised }
  // While the clock stands, the date is the one that was last known: counted without the stop that runs.
  const ended = stops.filter(({ to }) => to !== undefined)
  const deadline = deadlineFor(workingTime, procedure, dossier, ended)
  if (promised?.getTime() === before.getTime()) return { deadline, promised: deadline }
  return { deadline, promised: promised && onWorkingDay(workingTime, promised) }
}

/** When a task is due: its hours from the opening on, and the time that the clock stood meanwhile. */
function dueOf(workingTime: WorkingTime, procedure: Procedure, task: TaskRow, stops: readonly ClockStop[]): Date {
  const step = procedure.process?.steps[task.step]
  const hours = task.consult === null ? step?.hours : step?.consult.find(({ id }) => id === task.consult)?.hours
  if (hours === undefined) return task.due
  const stood = stops
    .filter(({ to }) => to !== undefined && to > task.openedAt)
    .map(({ from, to }) => [from > task.openedAt ? from : task.openedAt, to as Date] as const)
    .reduce((sum, [from, to]) => sum + workingTime.workingMinutesBetween(from, to), 0)
  return workingTime.addWorkingMinutes(task.openedAt, Math.round(hours * 60) + stood)
}

function onWorkingDay(workingTime: WorkingTime, at: Date): Date {
  const date = dateAt(at)
  return workingTime.isWorkingDay(date) ? at : workingTime.closingOf(workingTime.nextWorkingDay(date))
}
