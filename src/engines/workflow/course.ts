import type { ConsultResult, Effect, TaskResult } from './action.ts'
import type { StepId } from './declare.ts'
import type { GraphStep, ProcessGraph } from './process-graph.ts'
import {
  heardAs,
  isDone,
  isHeard,
  isOpen,
  proposalOf,
  type Outcome,
  type ProcessState,
  type StateDraft,
} from './process-state.ts'

/** One action on its way: the state being changed and what it has brought about so far. */
export interface Course {
  readonly graph: ProcessGraph
  readonly state: StateDraft
  readonly effects: Effect[]
}

/** Opens a step, its task and those of its consultations that have not been heard yet. */
export function openStep({ graph, state, effects }: Course, id: StepId): void {
  const at = graph.get(id)
  if (at === undefined) return
  const asked = at.step.consult.filter((consult) => !isHeard(state, id, consult.id))
  state.open = [...state.open, { step: id, consults: asked.map((consult) => consult.id) }]
  effects.push({ effect: 'open-task', step: id, by: at.step.by, hours: at.step.hours })
  for (const { id: consult, by, hours, silence } of asked) {
    effects.push({ effect: 'open-consult', step: id, consult, by, hours, silence })
  }
}

/** Closes an open step with its task; whoever is still asked need not answer any more. */
export function closeStep({ state, effects }: Course, id: StepId, result: TaskResult): void {
  const closing = state.open.find((open) => open.step === id)
  state.open = state.open.filter((open) => open !== closing)
  for (const consult of closing?.consults ?? []) {
    effects.push({ effect: 'close-consult', step: id, consult, result: 'cancelled' })
  }
  effects.push({ effect: 'close-task', step: id, result })
}

/** Takes a consultation as heard: it is no longer awaited and is not asked again. */
export function closeConsult({ state, effects }: Course, id: StepId, consult: string, result: ConsultResult): void {
  state.open = state.open.map((open) =>
    open.step === id ? { ...open, consults: open.consults.filter((other) => other !== consult) } : open,
  )
  state.heard = [...state.heard, heardAs(id, consult)]
  effects.push({ effect: 'close-consult', step: id, consult, result })
}

/** Opens whatever is due; ends the dossier when nothing is open any more. */
export function goOn(course: Course): void {
  const due = dueSteps(course.graph, course.state)
  for (let ready = findReady(course, due); ready !== undefined; ready = findReady(course, due)) {
    due.splice(due.indexOf(ready), 1)
    openStep(course, ready.id)
  }
  if (course.state.open.length === 0) end(course, course.state.proposal === 'refuse' ? 'refused' : 'granted')
}

/** Ends the dossier; whatever is open is cancelled. */
export function end(course: Course, outcome: Outcome): void {
  for (const { step } of course.state.open) closeStep(course, step, 'cancelled')
  course.state.status = 'ended'
  course.state.outcome = outcome
  delete course.state.stoppedBy
}

/**
 * Everything that came after a step is undone and the step opened again: open steps that it leads to are cancelled, done
 * ones forgotten together with what they proposed. Branches beside it, open or done, are left alone.
 */
export function goBack(course: Course, to: StepId): void {
  const { graph, state } = course
  const undone = graph.get(to)?.leadsTo
  for (const { step } of state.open) if (undone?.has(step)) closeStep(course, step, 'cancelled')
  setDone(
    state,
    state.done.filter(({ step }) => step !== to && !undone?.has(step)),
  )
  openStep(course, to)
  goOn(course)
}

export function setDone(state: StateDraft, done: ProcessState['done']): void {
  state.done = done
  const proposal = proposalOf(done)
  if (proposal === undefined) delete state.proposal
  else state.proposal = proposal
}

/** Steps that a done one led to and that have not opened since: they open now, or are joins that wait. */
export function dueSteps(graph: ProcessGraph, state: ProcessState): GraphStep[] {
  const due: GraphStep[] = []
  for (const { to } of state.done) {
    for (const id of to) {
      const at = graph.get(id)
      if (at !== undefined && !due.includes(at) && !isOpen(state, id) && !isDone(state, id)) due.push(at)
    }
  }
  return due
}

/** A join is ready when nothing that is open, or due before it, can still lead to it. */
function findReady({ graph, state }: Course, due: readonly GraphStep[]): GraphStep | undefined {
  return due.find(
    ({ id, step }) =>
      step.join === undefined ||
      !(state.open.some((open) => graph.get(open.step)?.leadsTo.has(id)) || due.some((other) => other.leadsTo.has(id))),
  )
}
