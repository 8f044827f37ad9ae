import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt, instantOf } from '#values/plain-date.ts'
import { showClock, showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import type { Step } from '#engines/workflow/declare.ts'
import type { meetingContract } from '../contract/meeting.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { lockVisibleDossier } from '../dossier/dossier-access.ts'
import { writeHistory } from '../dossier/history.ts'
import { procedureOf } from '../procedure/procedure.ts'
import { heldTasks, isTaskFor } from '../work/held-tasks.ts'
import { writeCall, writeMinutes } from './meeting.ts'

/** Calling a council or announcing an inspection, and what is written of it: whoever holds the step. */
export const meetingHandlers: Handlers<typeof meetingContract> = {
  async callMeeting(ctx, { id, step, on, time, place }) {
    const { dossier, meets } = await lockHeld(ctx, id, step)
    if (on < dateAt(ctx.now())) throw new Problem('meetingPast', servicesProblems.meetingPast)
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const at = instantOf(on, hours * 60 + minutes)
    await writeCall(ctx.tx, { dossierId: id, step, heldAt: at, place, by: ctx.actor.name, at: ctx.now() })
    await writeHistory(ctx, [
      { dossierId: id, kind: 'meeting-called', step, isPublic: true, words: calledWords(meets, at, place) },
    ])
    ctx.note({ objectType: 'dossier', objectId: id, facts: { code: dossier.code, step } })
    ctx.emit('dossier.meeting-called', { dossierId: id, meets, at: at.toISOString(), place })
    return { at }
  },

  async keepMinutes(ctx, { id, step, ...said }) {
    const { dossier, meets } = await lockHeld(ctx, id, step)
    const minutes = { dossierId: id, step, ...said, by: ctx.actor.name, at: ctx.now() }
    if ((await writeMinutes(ctx.tx, minutes)) === 0) throw new Problem('meetingToCome', servicesProblems.meetingToCome)
    await writeHistory(ctx, [
      { dossierId: id, kind: 'minutes-kept', step, isPublic: false, words: keptWords[meets], detail: said },
    ])
    ctx.note({ objectType: 'dossier', objectId: id, facts: { code: dossier.code, step, conclusion: said.conclusion } })
    return { at: ctx.now() }
  },
}

/** The dossier locked, with what its step needs; 404 for a step that needs nothing of the kind, 403 for whoever does not hold it. */
async function lockHeld(
  ctx: Context,
  id: string,
  step: string,
): Promise<{ dossier: Dossier; meets: NonNullable<Step['meets']> }> {
  const dossier = await lockVisibleDossier(ctx, id)
  const meets = (await procedureOf(ctx.tx, dossier)).process?.steps[step]?.meets ?? fail('notFound')
  if (!(await heldTasks(ctx, id)).some((task) => isTaskFor(task, { step })))
    throw new Problem('notYourTask', servicesProblems.notYourTask)
  return { dossier, meets }
}

const keptWords: Record<NonNullable<Step['meets']>, Words> = {
  council: { vi: 'Đã ghi biên bản họp hội đồng', en: 'Minutes of the council kept' },
  inspection: { vi: 'Đã ghi biên bản kiểm tra', en: 'Minutes of the inspection kept' },
}

/** Where and when, as the history and the applicant read it. */
export function calledWords(meets: NonNullable<Step['meets']>, at: Date, place: string): Words {
  const [clock, day] = [showClock(at), showDate(dateAt(at))]
  return meets === 'inspection'
    ? { vi: `Kiểm tra tại chỗ lúc ${clock} ngày ${day}, ở ${place}`, en: `Inspection at ${clock} on ${day}, ${place}` }
    : {
        vi: `Hội đồng họp lúc ${clock} ngày ${day}, ở ${place}`,
        en: `The council meets at ${clock} on ${day}, ${place}`,
      }
}
