import type { Context } from '#kernel/operations/context.ts'
import type { Process } from '#engines/workflow/index.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { isTaskFor, type HeldTask } from '../work/held-tasks.ts'
import type { Meeting } from './meeting.ts'

/** The councils and inspections of a dossier: those of open steps, called or not, and those that were. */
export function viewMeetings(
  ctx: Context,
  dossier: Dossier,
  { steps }: Process,
  tasks: readonly HeldTask[],
  meetings: readonly Meeting[],
) {
  const open = dossier.state.open.map(({ step }) => step)
  return Object.entries(steps).flatMap(([step, { meets, name }]) => {
    const meeting = meetings.find((one) => one.step === step)
    if (meets === undefined || (meeting === undefined && !open.includes(step))) return []
    return {
      step,
      stepName: name,
      kind: meets,
      isMine: ctx.actor.permissions.has('dossier.work') && tasks.some((task) => isTaskFor(task, { step })),
      called: meeting === undefined ? null : { at: meeting.heldAt, place: meeting.place, by: meeting.calledBy },
      minutes: minutesOf(meeting),
    }
  })
}

function minutesOf(meeting: Meeting | undefined) {
  if (meeting === undefined || meeting.conclusion === null) return null
  const { members, findings, conclusion, keptBy, keptAt } = meeting
  return {
    members: [...(members ?? [])],
    findings: findings ?? '',
    conclusion,
    by: keptBy ?? '',
    at: keptAt as Date,
  }
}
