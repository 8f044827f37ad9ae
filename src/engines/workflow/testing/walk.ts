import type { Facts } from '#values/condition.ts'
import fc from 'fast-check'
import type { Action, Effect, Refusal } from '../action.ts'
import { advance } from '../advance.ts'
import { allowedActions, type AllowedAction } from '../allowed-actions.ts'
import type { Process } from '../declare.ts'
import { notStarted, type ProcessState } from '../process-state.ts'

/** One step of a random walk: which of the possible actions, and the facts at that moment, which may have changed. */
export interface Move {
  readonly pick: number
  readonly facts: Facts
}

export const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([q0, q1, q2, q3]) => ({ answers: { q0, q1, q2, q3 } }))

export const anyMoves: fc.Arbitrary<readonly Move[]> = fc.array(fc.record({ pick: fc.nat(9999), facts: anyFacts }), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
})

/** An offer with everything that it needs. */
export function fillIn(offer: AllowedAction): Action {
  const { action, step, to, consult, proposal, needs } = offer
  const target = Object.entries({ action, step, to, consult, proposal }).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(target),
    ...(needs.includes('reason') && { reason: 'Thiếu xác nhận' }),
    ...(needs.includes('pins') && { pins: [{ path: 'papers.0', reason: 'Ảnh mờ' }] }),
    ...(needs.includes('ground') && { ground: 'financial-obligation' }),
    ...(needs.includes('newDate') && { newDate: '2020-12-01' }),
    ...(action === 'apologise' && { isLate: true }),
  } as Action
}

export const possible = (process: Process, state: ProcessState): readonly AllowedAction[] =>
  allowedActions(process, state, { isLate: true }).filter((offer) => offer.refused === undefined)

/** The possible action that brings the dossier on when nobody objects; undefined when it has ended or is stuck. */
export function forward(process: Process, state: ProcessState): Action | undefined {
  const on = ['start', 'supplied', 'resume', 'answer', 'complete']
  const offer = possible(process, state).find(({ action }) => on.includes(action))
  return offer && fillIn(offer)
}

/** The answer to an action that must be possible. */
export function mustAdvance(process: Process, state: ProcessState, action: Action, facts: Facts) {
  const answer = advance(process, state, action, facts)
  if ('refused' in answer) throw new Error(`${JSON.stringify(action)} was refused: ${answer.refused.words.en}`)
  return answer
}

/** The refusal of an action, undefined when it is possible. */
export function refusalOf(process: Process, state: ProcessState, action: Action, facts: Facts): Refusal | undefined {
  const answer = advance(process, state, action, facts)
  return 'refused' in answer ? answer.refused : undefined
}

/** What one taken action did. */
export interface Taken {
  readonly before: ProcessState
  readonly action: Action
  readonly facts: Facts
  readonly after: ProcessState
  readonly effects: readonly Effect[]
}

/** Takes possible actions until the moves or the dossier end. Leaving is made rare, or most walks would be short. */
export function walk(process: Process, moves: readonly Move[]): readonly Taken[] {
  const taken: Taken[] = []
  let before = deepFreeze(notStarted)
  for (const { pick, facts } of moves) {
    const offers = possible(process, before)
    if (offers.length === 0) break
    const staying = offers.filter(({ action }) => action !== 'withdraw' && action !== 'reject' && action !== 'lapse')
    const choice = pick % 20 === 0 || staying.length === 0 ? offers : staying
    const action = fillIn(choice[Math.floor(pick / 20) % choice.length] as AllowedAction)
    const { state, effects } = mustAdvance(process, before, action, facts)
    const after = deepFreeze(state)
    taken.push({ before, action, facts, after, effects })
    before = after
  }
  return taken
}

/** Any change to what was given throws from here on. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
