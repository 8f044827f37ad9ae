import { json, sql, write } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { civil } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { officesNow, type ClockStop, type Offices } from '#engines/calendar/index.ts'
import { advance, moveOpenTasks, setWaiting, type Action, type Effect, type Process } from '#engines/workflow/index.ts'
import { clockStopsOf, deadlineFor, resumeClock, stopClock } from '../deadline/clock.ts'
import type { Procedure } from '../declare.ts'
import { enterInBook } from '../dossier/book-entry.ts'
import { factsOf, subjectsOf, type Dossier } from '../dossier/dossier.ts'
import { alignAccess, grantAccess, type Grant } from '../dossier/dossier-access.ts'
import { callOffPickUp } from '../postal/call-off-pick-up.ts'
import type { BeforeAct } from './before-act.ts'
import { promisedAnew } from './late.ts'
import { closeWork, openWork, type KnownOfWork } from './open-work.ts'
import { procedureOf } from '../procedure/procedure.ts'

/**
 * Does one action to a locked dossier: the pure process says what follows, and everything that follows (tasks, clock, access,
 * state) is written in the caller's transaction. Answers the dossier as it is then. What is `known` of it is not read again.
 */
export async function applyAction(ctx: Context, dossier: Dossier, action: Action, known?: BeforeAct): Promise<Dossier> {
  const step = await decideAction(ctx, dossier, action, known)
  await writeDossier(ctx, step.after)
  await carryOut(ctx, dossier, step, [], known)
  return step.after
}

/** One action decided and not yet written: the dossier as it will be, and what the process wants done. */
export interface DecidedAction {
  readonly action: Action
  readonly after: Dossier
  readonly effects: readonly Effect[]
  readonly process: Process
  readonly offices: Offices
}

/** Asks the process, and moves the clock by what it says. A forbidden action: 409 with the reason in words. */
export async function decideAction(
  ctx: Context,
  dossier: Dossier,
  action: Action,
  known?: BeforeAct,
): Promise<DecidedAction> {
  const procedure = await procedureOf(ctx.tx, dossier)
  const { process } = procedure
  if (process === undefined) throw new Error(`dossier ${dossier.code}: its procedure version has no process`)
  const outcome = advance(process, dossier.state, action, factsOf(dossier))
  if ('refused' in outcome) throw new Problem(outcome.refused.code, { status: 409, message: outcome.refused.words })
  const offices = await officesNow(ctx)
  const { state, effects } = outcome
  const moved = await moveClock(ctx, offices, procedure, { ...dossier, state }, effects, known?.stops)
  const after = { ...ended(moved, effects, ctx.now()), revision: dossier.revision + 1 }
  return { action, after, effects, process, offices }
}

/** Writes what follows from an action whose dossier is written: work, who sees it, note and event. `grants` are given beside those of the work. */
export async function carryOut(
  ctx: Context,
  before: Dossier,
  { action, after, effects, process, offices }: DecidedAction,
  grants: readonly Grant[],
  known?: KnownOfWork,
): Promise<void> {
  const closings = effects.filter(isClosing)
  const openings = effects.filter(isOpening)
  await closeWork(ctx, after, closings)
  // Of a step that is opened again in the same act this act's own closing is the last.
  const isReopened = openings.some(({ step }) => closings.some((closing) => closing.step === step))
  const units = await openWork(ctx, offices, before, after, process, openings, {
    workers: isReopened ? undefined : known?.workers,
    takenBack: known?.takenBack,
  })
  await grantAccess(
    ctx.tx,
    after,
    [...grants, ...units.map(({ key }) => ({ key, reason: 'works' }) as const)],
    ctx.now(),
  )
  if (before.receivedAt === null && after.receivedAt !== null) await enterInBook(ctx, after)
  await callOffPickUp(ctx, before, after)
  if (stands(before) || stands(after)) await setWaiting(ctx.tx, after.id, stands(after))
  if (before.deadline.getTime() !== after.deadline.getTime() || before.isOpen !== after.isOpen)
    await alignAccess(ctx.tx, after.id, after.deadline, after.isOpen)
  ctx.note({
    objectType: 'dossier',
    objectId: after.id,
    subjects: subjectsOf(after),
    facts: { code: after.code, action: action.action },
  })
  ctx.emit(`dossier.${pastTense[action.action]}`, {
    dossierId: after.id,
    code: after.code,
    outcome: after.outcome,
    ...milestoneOf(process, before, after),
  })
}

/** Its clock stands: nobody here is late. */
const stands = ({ status }: Dossier): boolean => status === 'waiting-applicant' || status === 'paused'

/** What an applicant waits for; where there are several results, of one that is ready the step in which it is handed over. */
export interface Milestone {
  readonly milestone?: 'received' | 'ready' | 'delivered'
  readonly step?: Words
}

/** Which of them this one action brought, if any. Each result counts for itself: another may still be worked on. */
export function milestoneOf(process: Process, before: Dossier, after: Dossier): Milestone {
  if (before.status !== 'ended' && after.status === 'ended') return { milestone: 'delivered' }
  const wasOpen = new Set(before.state.open.map(({ step }) => step))
  const deliveries = Object.entries(process.steps).filter(([, { kind }]) => kind === 'deliver')
  const ready = deliveries.find(([id]) => !wasOpen.has(id) && after.state.open.some(({ step }) => step === id))
  if (ready !== undefined) return { milestone: 'ready', ...(deliveries.length > 1 && { step: ready[1].name }) }
  return before.receivedAt === null && after.receivedAt !== null ? { milestone: 'received' } : {}
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
  offices: Offices,
  procedure: Procedure,
  dossier: Dossier,
  effects: readonly Effect[],
  known: readonly ClockStop[] | undefined,
): Promise<Dossier> {
  const at = ctx.now()
  const counter = offices.workingTimeOf(dossier.receiverId)
  let after = dossier
  // Until something of them is written here.
  let stops = known
  for (const effect of effects) {
    if (effect.effect === 'start-clock') after = { ...after, receivedAt: at }
    if (effect.effect === 'stop-clock' && (effect.ground === 'supplement' || effect.ground === 'pause')) {
      await stopClock(
        ctx.tx,
        dossier.id,
        at,
        effect.ground === 'supplement' ? 'supplement' : (effect.note ?? 'financial-obligation'),
      )
      stops = undefined
    }
    // A dossier that ends while the applicant's time runs is not late by that time.
    if (effect.effect === 'ended' && stops?.every(({ to }) => to !== undefined) !== true) {
      await resumeClock(ctx.tx, dossier.id, at)
      stops = undefined
    }
    if (effect.effect === 'stop-clock' && effect.ground === 'result') after = { ...after, finishedAt: at }
    if (effect.effect === 'resume-clock') {
      if (after.finishedAt !== null) after = { ...after, finishedAt: null }
      else {
        await resume(ctx, offices, dossier.id, at)
        stops = undefined
      }
    }
    if (effect.effect === 'apologised')
      after = { ...after, promised: promisedAnew(counter, dossier, civil(effect.newDate), at) }
  }
  const stood = after.receivedAt === null ? [] : (stops ?? (await clockStopsOf(ctx.tx, dossier.id)))
  const deadline = deadlineFor(counter, procedure, after, stood)
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

async function resume(ctx: Context, offices: Offices, dossierId: string, at: Date) {
  const stops = await clockStopsOf(ctx.tx, dossierId)
  const open = stops.find((stop) => stop.to === undefined)
  if (open === undefined) return
  await resumeClock(ctx.tx, dossierId, at)
  await moveOpenTasks(ctx.tx, dossierId, ({ due, unitId, openedAt }) => {
    const workingTime = offices.workingTimeOf(unitId)
    // A task that was opened while the clock stood waited from then on only.
    const from = openedAt > open.from ? openedAt : open.from
    return workingTime.addWorkingMinutes(due, Math.max(0, workingTime.workingMinutesBetween(from, at)))
  })
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

/** Writes what acts change of a dossier; answers are changed by who answers a supplement alone. */
export const writeDossier = (ctx: Context, dossier: Dossier) =>
  write(
    ctx.tx,
    sql`update services.dossier set state = ${json(dossier.state)}, status = ${dossier.status}, outcome = ${dossier.outcome},
        is_open = ${dossier.isOpen}, received_at = ${dossier.receivedAt}, promised = ${dossier.promised}, deadline = ${dossier.deadline},
        finished_at = ${dossier.finishedAt}, delivered_at = ${dossier.deliveredAt}, revision = ${dossier.revision}
      where id = ${dossier.id}`,
  )
