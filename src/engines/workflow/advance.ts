import type { Facts } from '#values/condition.ts'
import type { Action, Effect, Refusal } from './action.ts'
import { clockEffects } from './clock.ts'
import { closeConsult, closeStep, end, goBack, goOn, openStep, setDone, type Course } from './course.ts'
import type { Process } from './declare.ts'
import { judgeAction, judgeContent } from './judge-action.ts'
import { graphOf, wayFrom } from './process-graph.ts'
import type { ProcessState } from './process-state.ts'

export type Advance =
  | { readonly state: ProcessState; readonly effects: readonly Effect[] }
  | { readonly refused: Refusal }

/**
 * What an action makes of a dossier: the next state and its effects, or why it is refused. Pure and total: nothing is read,
 * nothing thrown, the given state is untouched, and the same arguments answer the same. `facts` hold `answers` and what
 * else conditions look at; the proposal is added here. The process must have passed its schema; who may act is not asked.
 */
export function advance(process: Process, state: ProcessState, action: Action, facts: Facts): Advance {
  const refused = judgeAction(process, state, action) ?? judgeContent(action)
  if (refused !== undefined) return { refused }
  const course: Course = { graph: graphOf(process), state: { ...state }, effects: [] }
  carryOut(course, process, action, facts)
  const note = action.action === 'pause' ? action.ground : undefined
  course.effects.push(...clockEffects(course.graph, state, course.state, note))
  if (course.state.outcome !== undefined) course.effects.push({ effect: 'ended', outcome: course.state.outcome })
  return { state: course.state, effects: course.effects }
}

function carryOut(course: Course, process: Process, action: Action, facts: Facts): void {
  const { state, effects } = course
  switch (action.action) {
    case 'start':
      state.status = 'open'
      openStep(course, process.start)
      return goOn(course)
    case 'complete':
      return complete(course, action, facts)
    case 'return':
      closeStep(course, action.step, 'returned')
      return goBack(course, action.to)
    case 'supplement':
      state.status = 'waiting-applicant'
      state.stoppedBy = action.step
      // Of what is missing before reception one may be told as often as needed; once it is received, all at once (61/2018/NĐ-CP).
      if (state.received) state.supplements += 1
      effects.push({ effect: 'ask-applicant', step: action.step, pins: action.pins })
      return
    case 'supplied':
      effects.push({ effect: 'applicant-answered' })
      return goOnAsBefore(course)
    case 'resume':
      return goOnAsBefore(course)
    case 'pause':
      state.status = 'paused'
      state.stoppedBy = action.step
      return
    case 'reject':
      closeStep(course, action.step, 'rejected')
      return end(course, 'rejected')
    case 'lapse':
      return end(course, 'lapsed')
    case 'withdraw':
      return end(course, 'withdrawn')
    case 'answer':
      return closeConsult(course, action.step, action.consult, 'answered')
    case 'silence':
      return closeConsult(course, action.step, action.consult, 'silence')
    case 'apologise':
      state.apologies += 1
      effects.push({ effect: 'apologised', newDate: action.newDate, reason: action.reason })
  }
}

function complete(course: Course, action: Extract<Action, { action: 'complete' }>, facts: Facts): void {
  const { graph, state } = course
  const { step: id, proposal } = action
  const at = graph.get(id)
  if (at === undefined) return
  closeStep(course, id, 'completed')
  if (at.step.kind === 'receive') state.received = true
  if (at.step.kind === 'issue') state.issued = true
  const standing = proposal === 'refuse' ? proposal : (state.proposal ?? proposal ?? 'grant')
  const to = at.ways.length > 1 ? wayFrom(at, { ...facts, proposal: standing }) : (at.ways[0]?.to ?? [])
  setDone(state, [
    ...state.done,
    proposal === undefined ? { step: id, to: [...to] } : { step: id, to: [...to], proposal },
  ])
  goOn(course)
}

function goOnAsBefore({ state }: Course): void {
  state.status = 'open'
  delete state.stoppedBy
}
