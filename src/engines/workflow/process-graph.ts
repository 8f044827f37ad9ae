import { holds, type Condition, type Facts } from '#values/condition.ts'
import type { Next, Process, Step, StepId } from './declare.ts'

/** One way out of a step; without a condition it is always taken. */
export interface Way {
  readonly if?: Condition
  readonly to: readonly StepId[]
}

/** A step with what follows from the whole process. */
export interface GraphStep {
  readonly id: StepId
  readonly step: Step
  readonly ways: readonly Way[]
  /** The steps that may lead directly here. */
  readonly from: readonly StepId[]
  /** Every step that may come later because of this one. */
  readonly leadsTo: ReadonlySet<StepId>
  /** Whether the applicant's time runs here: neither a delivery nor after one. */
  readonly counted: boolean
}

/** Each step after all that lead to it, otherwise as declared; `jsonb` may have lost the order of keys, so it decides nothing. */
export type ProcessGraph = ReadonlyMap<StepId, GraphStep>

const graphs = new WeakMap<Process, ProcessGraph>()

/** The graph of a process, worked out once. Total: unknown targets are left out, circles are cut where they close. */
export function graphOf(process: Process): ProcessGraph {
  let graph = graphs.get(process)
  if (graph === undefined) graphs.set(process, (graph = draw(process)))
  return graph
}

/** The step of that name; only own keys count, names may come from outside. */
export const stepOf = (process: Process, id: StepId): Step | undefined =>
  Object.hasOwn(process.steps, id) ? process.steps[id] : undefined

/** Where a step leads under the facts. */
export function wayFrom(at: GraphStep, facts: Facts): readonly StepId[] {
  for (const way of at.ways) if (way.if === undefined || holds(way.if, facts)) return way.to
  return []
}

/** The steps that a `next` names, each once. */
export const targetsOf = (next: Next | undefined): StepId[] => [...new Set(waysOf(next).flatMap((way) => way.to))]

export function waysOf(next: Next | undefined): Way[] {
  if (next === undefined) return []
  if (typeof next === 'string') return [{ to: [next] }]
  if (!('when' in next)) return [{ to: next }]
  const list = (to: StepId | readonly StepId[]) => (typeof to === 'string' ? [to] : to)
  return [...next.when.map((way) => ({ if: way.if, to: list(way.to) })), { to: list(next.otherwise) }]
}

function draw(process: Process): ProcessGraph {
  const steps = new Map(Object.entries(process.steps))
  const targets = new Map([...steps].map(([id, step]) => [id, targetsOf(step.next).filter((to) => steps.has(to))]))
  const reach = new Map([...steps.keys()].map((id) => [id, reachFrom(id, targets)]))
  const from = (id: StepId) => [...steps.keys()].filter((other) => targets.get(other)?.includes(id))
  const afterDelivery = (id: StepId) =>
    [...steps].some(([other, step]) => step.kind === 'deliver' && (other === id || reach.get(other)?.has(id) === true))
  const graph = new Map<StepId, GraphStep>()
  const waiting = new Set(steps.keys())
  const isFree = (id: StepId) => from(id).every((before) => !waiting.has(before))
  const next = () => [...waiting].find(isFree) ?? [...waiting].at(0)
  for (let id = next(); id !== undefined; id = next()) {
    const step = steps.get(id) as Step
    const ways = waysOf(step.next).map((way) => ({ ...way, to: [...new Set(way.to)].filter((to) => steps.has(to)) }))
    graph.set(id, {
      id,
      step,
      ways,
      from: from(id),
      leadsTo: reach.get(id) as Set<StepId>,
      counted: !afterDelivery(id),
    })
    waiting.delete(id)
  }
  return graph
}

function reachFrom(id: StepId, targets: ReadonlyMap<StepId, readonly StepId[]>): Set<StepId> {
  const reached = new Set<StepId>()
  const look = [...(targets.get(id) ?? [])]
  for (let next = look.pop(); next !== undefined; next = look.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    look.push(...(targets.get(next) ?? []))
  }
  return reached
}
