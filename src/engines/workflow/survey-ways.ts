import { fieldsOf, holds, type Condition } from '#values/condition.ts'
import type { StepId } from './declare.ts'
import type { GraphStep, ProcessGraph } from './process-graph.ts'
import type { Proposal } from './process-state.ts'

/** What can come about on some way through a process. */
export interface Survey {
  /** For each step, the sets of two or more steps that can lead to it side by side. */
  readonly together: ReadonlyMap<StepId, readonly (readonly StepId[])[]>
  /** Steps that can be reached without a decision before them. */
  readonly undecided: ReadonlySet<StepId>
  /** Steps whose refusal can reach the end without a decision after it. */
  readonly unapproved: ReadonlySet<StepId>
}

/** One or more ways through the process that are the same for all that is still to come. */
interface Front {
  readonly pending: ReadonlyMap<StepId, Arrival>
  readonly refused: boolean
  readonly approved: boolean
}

interface Arrival {
  readonly from: readonly StepId[]
  readonly decided: boolean
  readonly refused: boolean
}

/** More fronts than this mean branches that nobody can survey; ordinary processes have a few dozen. */
const limit = 50_000

/**
 * Follows every way at once, step by step: each question is tried with yes and no, and a refusal at each step that may
 * propose one. Two steps that ask the same may hear different answers: facts change when the applicant supplements.
 * `undefined`: there are too many ways.
 */
export function surveyWays(graph: ProcessGraph, start: StepId): Survey | undefined {
  const together = new Map<StepId, StepId[][]>()
  const undecided = new Set<StepId>()
  const unapproved = new Set<StepId>()
  let count = 0
  for (const refuser of [undefined, ...refusersToTry(graph)]) {
    const first: Front = {
      pending: new Map([[start, { from: [], decided: false, refused: false }]]),
      refused: false,
      approved: false,
    }
    let fronts = new Map([['', first]])
    for (const at of graph.values()) {
      const next = new Map<string, Front>()
      for (const [key, front] of fronts) {
        const here = front.pending.get(at.id)
        if (here === undefined) {
          next.set(key, front)
          continue
        }
        if (here.from.length > 1) note(together, at.id, here.from)
        if (!here.decided) undecided.add(at.id)
        for (const after of goThrough(at, front, here, refuser)) next.set(keyOf(after), after)
        if ((count += 1) > limit) return undefined
      }
      fronts = next
    }
    const undecidedEnd = [...fronts.values()].some((front) => front.refused && !front.approved)
    if (refuser !== undefined && undecidedEnd) unapproved.add(refuser)
  }
  return { together, undecided, unapproved }
}

/** Where no condition asks for the proposal and every way on meets a decision, a refusal changes nothing. */
function refusersToTry(graph: ProcessGraph): StepId[] {
  const steps = [...graph.values()]
  const asked = steps.some(({ ways }) =>
    ways.some((way) => way.if !== undefined && fieldsOf(way.if).includes('proposal')),
  )
  const endsUndecided = new Set<StepId>()
  for (const { id, step, ways } of steps.toReversed()) {
    const to = ways.flatMap((way) => way.to)
    if (step.kind !== 'decide' && (to.length === 0 || to.some((next) => endsUndecided.has(next)))) endsUndecided.add(id)
  }
  return steps
    .filter(({ id, step }) => step.may.includes('refuse') && (asked || endsUndecided.has(id)))
    .map(({ id }) => id)
}

/** The fronts after a step: one for each way that it can lead. */
function goThrough(at: GraphStep, front: Front, here: Arrival, refuser: StepId | undefined): Front[] {
  const isDecision = at.step.kind === 'decide'
  const refused = here.refused || at.id === refuser
  const decided = here.decided || isDecision
  return waysPossible(at, proposalAt(at, refused, refuser)).map((to) => {
    const pending = new Map(front.pending)
    pending.delete(at.id)
    for (const id of to) {
      const there = pending.get(id)
      pending.set(id, {
        from: [...(there?.from ?? []), at.id],
        decided: decided || there?.decided === true,
        refused: refused || there?.refused === true,
      })
    }
    return { pending, refused: front.refused || at.id === refuser, approved: front.approved || (isDecision && refused) }
  })
}

/** Beside the step that refuses, the refusal may have come or not. */
function proposalAt(at: GraphStep, refused: boolean, refuser: StepId | undefined): Proposal | undefined {
  if (refused) return 'refuse'
  return refuser === undefined || at.leadsTo.has(refuser) ? 'grant' : undefined
}

/** Where a step can lead when nothing is known but the proposal. */
function waysPossible(at: GraphStep, proposal: Proposal | undefined): (readonly StepId[])[] {
  const found = new Set<readonly StepId[]>()
  const toTry: ReadonlyMap<string, boolean>[] = [new Map()]
  for (let answers = toTry.pop(); answers !== undefined; answers = toTry.pop()) {
    let asked: string | undefined
    const way = at.ways.find(({ if: condition }) => {
      const met = condition === undefined || weigh(condition, answers, proposal)
      if (typeof met === 'string') asked = met
      return met !== false
    })
    if (asked === undefined) found.add(way?.to ?? [])
    else toTry.push(new Map(answers).set(asked, true), new Map(answers).set(asked, false))
  }
  return [...found]
}

/** Whether a condition is met; a text is the question that must be answered first. */
function weigh(condition: Condition, answers: ReadonlyMap<string, boolean>, proposal?: Proposal): boolean | string {
  if ('not' in condition) {
    const met = weigh(condition.not, answers, proposal)
    return typeof met === 'string' ? met : !met
  }
  if ('all' in condition || 'any' in condition) {
    const [parts, settles] = 'all' in condition ? [condition.all, false] : [condition.any, true]
    for (const part of parts) {
      const met = weigh(part, answers, proposal)
      if (met === settles || typeof met === 'string') return met
    }
    return !settles
  }
  if (proposal !== undefined && fieldsOf(condition)[0] === 'proposal') return holds(condition, { proposal })
  const question = JSON.stringify(condition)
  return answers.get(question) ?? question
}

function note(groups: Map<StepId, StepId[][]>, id: StepId, from: readonly StepId[]): void {
  const known = groups.get(id) ?? []
  if (!known.some((group) => group.join() === from.join())) groups.set(id, [...known, [...from]])
}

const keyOf = ({ pending, refused, approved }: Front): string =>
  JSON.stringify([refused, approved, [...pending].sort(([one], [other]) => (one < other ? -1 : 1))])
