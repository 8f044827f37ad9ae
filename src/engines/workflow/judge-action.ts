import { isPlainDate } from '#values/plain-date.ts'
import type { Action, Refusal } from './action.ts'
import type { Process, Step, StepId } from './declare.ts'
import { clockOf } from './clock.ts'
import { graphOf, stepOf } from './process-graph.ts'
import { isDone, openStepOf, type ProcessState } from './process-state.ts'
import { refusals } from './refusals.ts'

/** Why the action is not possible now, before looking at reasons, pins and dates; undefined when it is. */
export function judgeAction(process: Process, state: ProcessState, action: Action): Refusal | undefined {
  if (action.action === 'start') return state.status === 'new' ? undefined : refusals.alreadyStarted
  if (state.status === 'new') return refusals.notStarted
  if (state.status === 'ended') return refusals.ended(state.outcome)
  switch (action.action) {
    case 'supplied':
      return state.status === 'waiting-applicant' ? undefined : refusals.notWaiting
    case 'resume':
      return state.status === 'paused' ? undefined : refusals.notPaused
    case 'lapse':
      if (state.issued) return refusals.alreadyIssued
      return state.status === 'open' ? refusals.notWaiting : undefined
    case 'withdraw':
      return state.issued ? refusals.alreadyIssued : undefined
    case 'apologise':
      if (clockOf(graphOf(process), state) !== 'running') return refusals.clockStopped
      if (!action.isLate) return refusals.onTime
      return state.apologies < process.limits.apologies ? undefined : refusals.apologiesUsed(process.limits.apologies)
    case 'answer':
    case 'silence':
      return judgeConsult(process, state, action)
    case 'complete':
    case 'return':
    case 'supplement':
    case 'reject':
    case 'pause':
      return judgeStep(process, state, action)
    default:
      return refusals.unknownAction
  }
}

/** Why what the action carries is not enough: never a return, supplement, rejection, refusal or pause without a reason. */
export function judgeContent(action: Action): Refusal | undefined {
  switch (action.action) {
    case 'complete':
      return action.proposal === 'refuse' && isBlank(action.reason) ? refusals.reasonMissing : undefined
    case 'return':
    case 'reject':
      return isBlank(action.reason) ? refusals.reasonMissing : undefined
    case 'supplement':
      return action.pins.length === 0 || action.pins.some((pin) => isBlank(pin.path) || isBlank(pin.reason))
        ? refusals.pinsMissing
        : undefined
    case 'pause':
      return isBlank(action.ground) ? refusals.groundMissing : undefined
    case 'apologise':
      if (isBlank(action.reason)) return refusals.reasonMissing
      return isPlainDate(action.newDate) ? undefined : refusals.dateMissing
    default:
      return undefined
  }
}

type StepAction = Extract<Action, { action: 'complete' | 'return' | 'supplement' | 'reject' | 'pause' }>
type ConsultAction = Extract<Action, { action: 'answer' | 'silence' }>

function judgeStep(process: Process, state: ProcessState, action: StepAction): Refusal | undefined {
  const step = stepOf(process, action.step)
  if (step === undefined) return refusals.unknownStep(action.step)
  const open = openStepOf(state, action.step)
  if (open === undefined) return refusals.notOpen(step.name)
  if (state.status !== 'open') return stopped(state)
  if (action.action === 'return') return judgeReturn(process, state, step, action.to)
  if (action.action === 'complete') {
    if (open.consults.length > 0) {
      return refusals.awaited(
        step.consult.filter((consult) => open.consults.includes(consult.id)).map(({ name }) => name),
      )
    }
    if (action.proposal !== undefined && !step.may.includes('refuse')) return refusals.notAllowed(step.name)
    return action.proposal === 'grant' && state.proposal === 'refuse' ? refusals.refusalStands : undefined
  }
  if (!step.may.includes(action.action)) return refusals.notAllowed(step.name)
  if (action.action === 'reject') {
    if (step.kind !== 'receive') return refusals.notAllowed(step.name)
    return state.received ? refusals.alreadyReceived : undefined
  }
  if (action.action === 'pause') return undefined
  if (state.issued) return refusals.alreadyIssued
  const limit = process.limits.supplements
  return !state.received || state.supplements < limit ? undefined : refusals.supplementsUsed(limit)
}

function judgeReturn(process: Process, state: ProcessState, step: Step, to: StepId): Refusal | undefined {
  const target = stepOf(process, to)
  if (target === undefined) return refusals.unknownStep(to)
  if (!step.back.includes(to)) return refusals.noWayBack(step.name, target.name)
  return isDone(state, to) ? undefined : refusals.notDone(target.name)
}

/** An answer is taken at any time; silence counts only while the clock could run. */
function judgeConsult(process: Process, state: ProcessState, action: ConsultAction): Refusal | undefined {
  const consult = stepOf(process, action.step)?.consult.find(({ id }) => id === action.consult)
  const awaited = openStepOf(state, action.step)?.consults.includes(action.consult) === true
  if (consult === undefined || !awaited) return refusals.notAwaited
  if (action.action === 'answer') return undefined
  if (consult.silence === 'wait') return refusals.mustAnswer(consult.name)
  return state.status === 'open' ? undefined : stopped(state)
}

const stopped = (state: ProcessState): Refusal =>
  state.status === 'paused' ? refusals.paused : refusals.waitingApplicant

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
