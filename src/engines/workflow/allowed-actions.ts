import type { Words } from '#values/words.ts'
import type { Action, ActionName } from './action.ts'
import type { Process, StepId } from './declare.ts'
import { judgeAction } from './judge-action.ts'
import { stepOf } from './process-graph.ts'
import type { Proposal, ProcessState } from './process-state.ts'

/** Who does it: the unit of the step, a consulted unit, the applicant, or the system when a time limit has passed. */
export type ActionSide = 'unit' | 'consulted' | 'applicant' | 'system'

/** What must be asked before the action can be taken. */
export type ActionNeed = 'reason' | 'pins' | 'ground' | 'newDate'

/** One action with its target; `refused` says in words why it is greyed out now. */
export interface AllowedAction {
  readonly action: ActionName
  readonly side: ActionSide
  readonly step?: StepId
  readonly to?: StepId
  readonly consult?: string
  readonly proposal?: Proposal
  readonly needs: readonly ActionNeed[]
  readonly refused?: Words
}

/**
 * What the process knows for this state, possible or greyed out; with `step`, only what is done in that step. What the
 * process never allows in a step is not listed, nor is putting off a date that can be kept. `advance` refuses exactly what
 * is refused or missing here, and actions without what they need.
 */
export function allowedActions(
  process: Process,
  state: ProcessState,
  { step, isLate = false }: { readonly step?: StepId; readonly isLate?: boolean } = {},
): readonly AllowedAction[] {
  if (state.status === 'ended') return []
  const steps = step === undefined ? state.open.map((open) => open.step) : [step]
  const ofAll = step === undefined ? ofDossier(state, isLate) : []
  const offers = [...steps.flatMap((id) => ofStep(process, state, id)), ...ofAll]
  return offers.map(([side, action, needs = []]) => {
    const refused = judgeAction(process, state, action)?.words
    return { ...targetOf(action), side, needs, ...(refused !== undefined && { refused }) }
  })
}

type Offer = readonly [side: ActionSide, action: Action, needs?: readonly ActionNeed[]]

function ofStep(process: Process, state: ProcessState, id: StepId): Offer[] {
  const step = stepOf(process, id)
  if (step === undefined) return []
  const may = step.may
  const reason = ''
  const consults = state.open.find((open) => open.step === id)?.consults ?? []
  const offers: Offer[] = [['unit', { action: 'complete', step: id }]]
  if (may.includes('refuse')) {
    offers.push(['unit', { action: 'complete', step: id, proposal: 'grant' }])
    offers.push(['unit', { action: 'complete', step: id, proposal: 'refuse', reason }, ['reason']])
  }
  for (const to of step.back) offers.push(['unit', { action: 'return', step: id, to, reason }, ['reason']])
  if (may.includes('supplement')) offers.push(['unit', { action: 'supplement', step: id, pins: [] }, ['pins']])
  if (may.includes('reject')) offers.push(['unit', { action: 'reject', step: id, reason }, ['reason']])
  if (may.includes('pause')) offers.push(['unit', { action: 'pause', step: id, ground: '' }, ['ground']])
  for (const consult of consults) {
    offers.push(['consulted', { action: 'answer', step: id, consult }])
    const { silence } = step.consult.find((one) => one.id === consult) ?? {}
    if (silence === 'consent') offers.push(['system', { action: 'silence', step: id, consult }])
  }
  return offers
}

function ofDossier(state: ProcessState, isLate: boolean): Offer[] {
  if (state.status === 'new') return [['applicant', { action: 'start' }]]
  const offers: Offer[] = []
  if (state.status === 'waiting-applicant') offers.push(['applicant', { action: 'supplied' }])
  if (state.status === 'paused') offers.push(['unit', { action: 'resume' }])
  if (state.status !== 'open') offers.push(['system', { action: 'lapse' }])
  if (isLate) offers.push(['unit', { action: 'apologise', isLate, newDate: '', reason: '' }, ['newDate', 'reason']])
  offers.push(['applicant', { action: 'withdraw' }])
  return offers
}

/** The action without what is still to be asked. */
function targetOf(action: Action): Pick<AllowedAction, 'action' | 'step' | 'to' | 'consult' | 'proposal'> {
  return {
    action: action.action,
    ...('step' in action && { step: action.step }),
    ...('to' in action && { to: action.to }),
    ...('consult' in action && { consult: action.consult }),
    ...('proposal' in action && { proposal: action.proposal }),
  }
}
