import type { Condition, Facts } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import { dueSteps } from './course.ts'
import type { Actor, Process, StepId } from './declare.ts'
import { graphOf, wayFrom, type GraphStep } from './process-graph.ts'
import { isDone, isOpen, type ProcessState } from './process-state.ts'
import { nameOfStep } from './usual-step.ts'

/** A step that is open or expected, as things stand. */
export interface PlannedStep {
  readonly step: StepId
  readonly name: Words
  readonly by: Actor
  readonly hours: number
  readonly open: boolean
  /** Its hours count towards the time limit; those of delivery do not. */
  readonly counted: boolean
  /** Working hours from now until it is expected to open, if every step takes its hours; 0 when open. */
  readonly opensIn: number
}

/**
 * What remains if nothing is returned and the facts stay as they are: who must act next, and when it should be over.
 * `takes`: the hours that steps still take, where these are not the hours allotted.
 */
export function plannedPath(
  process: Process,
  state: ProcessState,
  facts: Facts,
  takes: ReadonlyMap<StepId, number> = new Map(),
): readonly PlannedStep[] {
  if (state.status === 'ended') return []
  const graph = graphOf(process)
  const known = { ...facts, proposal: state.proposal ?? 'grant' }
  const opensIn = new Map(
    state.status === 'new' ? [[process.start, 0]] : dueSteps(graph, state).map(({ id }) => [id, 0]),
  )
  const path: PlannedStep[] = []
  for (const at of graph.values()) {
    const { id, step } = at
    const open = isOpen(state, id)
    const after = open ? 0 : opensIn.get(id)
    if (after === undefined || isDone(state, id)) continue
    const hours = takes.get(id) ?? step.hours
    path.push({
      step: id,
      name: nameOfStep(step, state),
      by: step.by,
      hours,
      open,
      counted: at.counted,
      opensIn: after,
    })
    for (const to of wayFrom(at, known)) opensIn.set(to, Math.max(opensIn.get(to) ?? 0, after + hours))
  }
  return path
}

/**
 * Working hours of the longest way to the result, for comparison with the time limit of the procedure. Reception counts, as
 * in the internal processes that provinces promulgate; delivery and what comes after it do not. `assumed` says of conditions
 * whether they are taken as met; where it answers nothing, both ways are tried.
 */
export function totalHours(
  process: Process,
  assumed: (condition: Condition) => boolean | undefined = () => undefined,
): number {
  const opensAt = new Map<StepId, number>([[process.start, 0]])
  let longest = 0
  for (const at of graphOf(process).values()) {
    const before = opensAt.get(at.id)
    if (before === undefined) continue
    const after = before + (at.counted ? at.step.hours : 0)
    longest = Math.max(longest, after)
    for (const to of targetsWhere(at, assumed)) opensAt.set(to, Math.max(opensAt.get(to) ?? 0, after))
  }
  return longest
}

function targetsWhere(at: GraphStep, assumed: (condition: Condition) => boolean | undefined): StepId[] {
  const targets: StepId[] = []
  for (const way of at.ways) {
    const met = way.if === undefined || assumed(way.if)
    if (met !== false) targets.push(...way.to)
    if (met === true) break
  }
  return targets
}
