import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { workingTimeNow, type WorkingTime } from '#engines/calendar/index.ts'
import { advance, moveOpenTasks, setWaiting, type Action, type Effect } from '#engines/workflow/index.ts'
import { clockStopsOf, deadlineFor, resumeClock, stopClock } from './clock.ts'
import type { Procedure } from './declare.ts'
import { factsOf, type Dossier } from './dossier.ts'
import { alignAccess, grantAccess } from './dossier-access.ts'
import { closeWork, openWork } from './open-work.ts'
import { procedureVersion } from './procedure.ts'

/**
 * Does one action to a locked dossier: the pure process says what follows, and everything that follows (tasks, clock, access,
 * state) is written in the caller's transaction. Answers the dossier as it is then. A forbidden action: 409 with the reason in words.
 */
export async function applyAction(ctx: Context, dossier: Dossier, action: Action): Promise<Dossier> {
  const procedure = await procedureVersion(ctx.tx, dossier.versionId)
  const { process } = procedure
  if (process === undefined) throw new Error(`dossier ${dossier.code}: its procedure version has no process`)
  const outcome = advance(process, dossier.state, action, factsOf(dossier))
  if ('refused' in outcome) throw new Problem(outcome.refused.code, { status: 409, message: outcome.refused.words })
  const workingTime = await workingTimeNow(ctx.tx)
  const moved = await moveClock(ctx, workingTime, procedure, { ...dossier, state: outcome.state }, outcome.effects)
  const after = ended(moved, outcome.effects, ctx.now())
  await closeWork(ctx, after, outcome.effects.filter(isClosing))
  await writeDossier(ctx, after)
  const units = await openWork(ctx, workingTime, after, process, outcome.effects.filter(isOpening))
  if (units.length > 0)
    await grantAccess(
      ctx.tx,
      after,
      units.map((unit) => unit.key),
      'works',
    )
  await setWaiting(ctx.tx, after.id, after.status === 'waiting-applicant' || after.status === 'paused')
  await alignAccess(ctx.tx, after.id, after.deadline, after.isOpen)
  ctx.note({
    objectType: 'dossier',
    objectId: after.id,
    subjects: [after.applicantId],
    facts: { code: after.code, action: action.action },
  })
  ctx.emit(`dossier.${pastTense[action.action]}`, {
    dossierId: after.id,
    code: after.code,
    outcome: after.outcome,
    milestone: milestoneOf(dossier, after),
  })
  return { ...after, revision: dossier.revision + 1 }
}

/** What an applicant waits for. */
export type Milestone = 'received' | 'ready' | 'delivered'

/** Which of them this one action brought, if any. */
function milestoneOf(before: Dossier, after: Dossier): Milestone | undefined {
  if (before.status !== 'ended' && after.status === 'ended') return 'delivered'
  if (before.finishedAt === null && after.finishedAt !== null) return 'ready'
  return before.receivedAt === null && after.receivedAt !== null ? 'received' : undefined
}

const pastTense = {
  start: 'filed',
  complete: 'moved',
  return: 'returned',
  supplement: 'supplement-asked',
  supplied: 'supplied',
  lapse: 'lapsed',
  reject: 'rejected',
  withdraw: 'withdrawn',
  pause: 'paused',
  resume: 'resumed',
  answer: 'consult-answered',
  silence: 'consult-silent',
  apologise: 'apologised',
} as const satisfies Record<Action['action'], string>

const isClosing = (effect: Effect) => effect.effect === 'close-task' || effect.effect === 'close-consult'
const isOpening = (effect: Effect) => effect.effect === 'open-task' || effect.effect === 'open-consult'

/** Starts, stops or resumes the clock and works the deadline out anew; open tasks move by the time that stood still. */
async function moveClock(
  ctx: Context,
  workingTime: WorkingTime,
  procedure: Procedure,
  dossier: Dossier,
  effects: readonly Effect[],
): Promise<Dossier> {
  const at = ctx.now()
  let after = dossier
  for (const effect of effects) {
    if (effect.effect === 'start-clock') after = { ...after, receivedAt: at }
    if (effect.effect === 'stop-clock' && (effect.ground === 'supplement' || effect.ground === 'pause')) {
      await stopClock(
        ctx.tx,
        dossier.id,
        at,
        effect.ground === 'supplement' ? 'supplement' : (effect.note ?? 'financial-obligation'),
      )
    }
    // A dossier that ends while the applicant's time runs is not late by that time.
    if (effect.effect === 'ended') await resumeClock(ctx.tx, dossier.id, at)
    if (effect.effect === 'stop-clock' && effect.ground === 'result') after = { ...after, finishedAt: at }
    if (effect.effect === 'resume-clock') {
      if (after.finishedAt !== null) after = { ...after, finishedAt: null }
      else await resume(ctx, workingTime, dossier.id, at)
    }
    if (effect.effect === 'apologised') after = { ...after, promised: workingTime.closingOf(effect.newDate as never) }
  }
  const deadline = deadlineFor(workingTime, procedure, after, await clockStopsOf(ctx.tx, dossier.id))
  return {
    ...after,
    deadline,
    promised: effects.some((effect) => effect.effect === 'start-clock')
      ? deadline
      : promisedAfter(after, dossier, deadline),
  }
}

/** The promised date follows the deadline while the applicant's own time shifts it; an apology's date stands. */
const promisedAfter = (after: Dossier, before: Dossier, deadline: Date): Date | null =>
  before.promised !== null &&
  after.promised === before.promised &&
  before.promised.getTime() === before.deadline.getTime()
    ? deadline
    : after.promised

async function resume(ctx: Context, workingTime: WorkingTime, dossierId: string, at: Date) {
  const stops = await clockStopsOf(ctx.tx, dossierId)
  const open = stops.find((stop) => stop.to === undefined)
  if (open === undefined) return
  await resumeClock(ctx.tx, dossierId, at)
  const stood = workingTime.workingMinutesBetween(open.from, at)
  await moveOpenTasks(ctx.tx, dossierId, (due) => workingTime.addWorkingMinutes(due, stood))
}

function ended(dossier: Dossier, effects: readonly Effect[], at: Date): Dossier {
  const end = effects.find((effect) => effect.effect === 'ended')
  const { status } = dossier.state
  if (end === undefined) return { ...dossier, status: status === 'new' ? 'open' : status }
  const delivered = end.outcome === 'granted' || end.outcome === 'refused'
  return {
    ...dossier,
    status: 'ended',
    outcome: end.outcome,
    isOpen: false,
    finishedAt: dossier.finishedAt ?? at,
    deliveredAt: delivered ? at : null,
  }
}

/** Writes what acts change of a dossier, as its next revision. */
export const writeDossier = (ctx: Context, dossier: Dossier) =>
  run(
    ctx.tx,
    sql`update services.dossier set state = ${json(dossier.state)}, status = ${dossier.status}, outcome = ${dossier.outcome},
        is_open = ${dossier.isOpen}, received_at = ${dossier.receivedAt}, promised = ${dossier.promised}, deadline = ${dossier.deadline},
        finished_at = ${dossier.finishedAt}, delivered_at = ${dossier.deliveredAt}, answers = ${json(dossier.answers)}, revision = revision + 1
      where id = ${dossier.id}`,
  )
