import { isDeepStrictEqual } from 'node:util'
import type { Words } from '#values/words.ts'
import type { Effect } from '../action.ts'
import { dueSteps, setDone } from '../course.ts'
import type { Consult, Process, StepId } from '../declare.ts'
import { graphOf, type ProcessGraph } from '../process-graph.ts'
import { heardAs, proposalOf, type ProcessState, type StateDraft } from '../process-state.ts'
import { judgeStepMove } from './judge-step.ts'
import { whyStays } from './why-stays.ts'

/** For each step of the process that is left the step of the new one; null or absent: such a dossier stays. */
export type StepMap = Readonly<Record<StepId, StepId | null>>

export interface ProcessMove {
  readonly from: Process
  readonly to: Process
  readonly steps: StepMap
}

/** Work that goes on with whoever has it, under the step that it is now. */
export interface CarriedTask {
  readonly step: StepId
  readonly to: StepId
  readonly consult?: string
}

export type Moved =
  | {
      readonly state: ProcessState
      readonly carried: readonly CarriedTask[]
      readonly closed: readonly Extract<Effect, { effect: 'close-task' | 'close-consult' }>[]
      readonly opened: readonly Extract<Effect, { effect: 'open-task' | 'open-consult' }>[]
    }
  | { readonly stays: Words }

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Part)[] ? Part[] : T[K] }
type Work = Mutable<Exclude<Moved, { stays: Words }>>

/**
 * Where a dossier stands in another process, by a map of steps, and what becomes of its work; or why it stays. What was done before the steps
 * at which it goes on stays done; what comes after them is done again. Its clock, proposal and counts go on. Pure.
 */
export function moveState({ from, to, steps }: ProcessMove, state: ProcessState): Moved {
  if (state.status === 'new' || state.status === 'ended') return { stays: whyStays.notOpen }
  const [before, after] = [graphOf(from), graphOf(to)]
  const waiting = dueSteps(before, state).map(({ id }) => id)
  for (const step of [...state.open.map((open) => open.step), ...waiting]) {
    const name = from.steps[step]?.name ?? { vi: step, en: step }
    const target = Object.hasOwn(steps, step) ? steps[step] : undefined
    if (target === undefined) return { stays: whyStays.unmapped(name) }
    if (target === null) return { stays: whyStays.left(name) }
    const wrong = judgeStepMove(from, to, step, target)
    if (wrong !== undefined) return { stays: whyStays.wrong(name, wrong) }
  }
  const open = [...new Set(state.open.map(({ step }) => steps[step] as StepId))]
  for (const one of open)
    for (const other of open)
      if (after.get(one)?.leadsTo.has(other))
        return { stays: whyStays.oneAfterOther(to.steps[one]!.name, to.steps[other]!.name) }
  const moved: StateDraft = { ...state, heard: heardAfter(after, state, steps) }
  const work: Work = { state: moved, carried: [], closed: [], opened: [] }
  moveOpen(work, { from, to, steps }, state)
  const done = doneAfter(before, after, state, { steps, open })
  if (done === undefined) return { stays: whyStays.proposalLost }
  setDone(moved, done)
  if (state.stoppedBy !== undefined) moved.stoppedBy = steps[state.stoppedBy] ?? state.stoppedBy
  // Nothing may open by itself: a branch that is over waits at a join that another still leads to.
  const alone = dueSteps(after, moved).find(({ id }) => !open.some((one) => after.get(one)?.leadsTo.has(id)))
  return alone === undefined ? work : { stays: whyStays.alone(alone.step.name) }
}

/** Of several steps that become one, the work of the first goes on. */
function moveOpen(work: Work, { from, to, steps }: ProcessMove, state: ProcessState): void {
  const open: { step: StepId; consults: string[] }[] = []
  for (const { step, consults } of state.open) {
    const target = steps[step] as StepId
    const [was, is] = [from.steps[step]!, to.steps[target]!]
    const already = open.find((one) => one.step === target)
    const goesOn = already === undefined && isDeepStrictEqual(was.by, is.by)
    if (goesOn) work.carried.push({ step, to: target })
    else work.closed.push({ effect: 'close-task', step, result: 'cancelled' })
    if (already === undefined && !goesOn)
      work.opened.push({ effect: 'open-task', step: target, by: is.by, hours: is.hours })
    const asked = already?.consults ?? []
    for (const consult of consults) {
      const now = is.consult.find(({ id }) => id === consult)
      const isKept = now !== undefined && !asked.includes(consult) && isSameConsult(was.consult, now)
      if (isKept) {
        work.carried.push({ step, to: target, consult })
        asked.push(consult)
      } else work.closed.push({ effect: 'close-consult', step, consult, result: 'cancelled' })
    }
    if (already === undefined) open.push({ step: target, consults: asked })
  }
  for (const { step, consults } of open)
    for (const { id, by, hours, silence } of to.steps[step]!.consult) {
      if (consults.includes(id) || work.state.heard.includes(heardAs(step, id))) continue
      consults.push(id)
      work.opened.push({ effect: 'open-consult', step, consult: id, by, hours, silence })
    }
  work.state = Object.assign(work.state, { open })
}

const isSameConsult = (was: readonly Consult[], now: Consult): boolean =>
  isDeepStrictEqual(was.find(({ id }) => id === now.id)?.by, now.by)

/** Opinions that were given count for the step that it goes on at, where that asks for them too. */
const heardAfter = (after: ProcessGraph, { heard, open }: ProcessState, steps: StepMap): string[] => [
  ...new Set(
    heard.flatMap((one) => {
      const [step, consult] = one.split('/') as [StepId, string]
      const target = open.some((at) => at.step === step) ? (steps[step] as StepId) : step
      return after.get(target)?.step.consult.some(({ id }) => id === consult) ? heardAs(target, consult) : []
    }),
  ),
]

interface Place {
  readonly steps: StepMap
  /** At which it goes on. */
  readonly open: readonly StepId[]
}

/** What stays done. A step that is gone leads to whatever it led to; what it proposed stands by the last step before. Undefined: by none. */
function doneAfter(before: ProcessGraph, after: ProcessGraph, state: ProcessState, { steps, open }: Place) {
  const isAgain = (id: StepId) => open.some((one) => one === id || after.get(one)?.leadsTo.has(id) === true)
  const isKept = (id: StepId) => after.get(id)?.step.kind === before.get(id)?.step.kind && !isAgain(id)
  const byStep = new Map(state.done.map((one) => [one.step, one]))
  const isOpen = (id: StepId) => state.open.some((one) => one.step === id)
  const leadsTo = (id: StepId, seen: ReadonlySet<StepId> = new Set()): StepId[] => {
    if (seen.has(id)) return []
    const target = steps[id]
    if (isOpen(id)) return target == null ? [] : [target]
    const was = byStep.get(id)
    // A join that waits goes on waiting if it is one; else the branch beside leads there by itself.
    if (was === undefined) return target != null && after.get(target)?.step.join !== undefined ? [target] : []
    return isKept(id) ? [id] : was.to.flatMap((next) => leadsTo(next, new Set([...seen, id])))
  }
  const done = state.done
    .filter(({ step }) => isKept(step))
    .map((one) => ({ ...one, to: [...new Set(one.to.flatMap((next) => leadsTo(next)))] }))
  const lost = state.done.filter(({ step }) => !isKept(step) && !isAgain(steps[step] ?? step))
  const carried = proposalOf(lost)
  if (carried === undefined) return done
  const last = done.findLast(({ step }) => open.some((one) => after.get(step)?.leadsTo.has(one)))
  if (last === undefined) return undefined
  return done.map((one) => (one === last ? { ...one, proposal: proposalOf([...lost, one]) ?? carried } : one))
}
