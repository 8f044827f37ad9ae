import type { Facts } from '#values/condition.ts'
import type { Action, Effect } from '../action.ts'
import type { Process } from '../declare.ts'
import { notStarted, type ProcessState } from '../process-state.ts'
import { mustAdvance, refusalOf } from './walk.ts'

const facts: Facts = { answers: { commune: '07210', area: 240 } }
export const reason = 'Thiếu chữ ký giáp ranh'
export const pins = [{ path: 'papers.birth-notice', reason: 'Ảnh mờ, không đọc được' }]
export const start: Action = { action: 'start' }
export const done = (step: string): Action => ({ action: 'complete', step })
export const refuse = (step: string): Action => ({ action: 'complete', step, proposal: 'refuse', reason })
export const back = (step: string, to: string): Action => ({ action: 'return', step, to, reason })
export const supplement = (step: string): Action => ({ action: 'supplement', step, pins })

/** All the actions in turn; the last state with the effects of the last action. */
export function play(process: Process, actions: readonly Action[], given = facts) {
  let last: { state: ProcessState; effects: readonly Effect[] } = { state: notStarted, effects: [] }
  for (const action of actions) last = mustAdvance(process, last.state, action, given)
  return { ...last, open: last.state.open.map(({ step }) => step) }
}

/** Why the last of the actions is refused. */
export const refused = (process: Process, actions: readonly Action[], given = facts) =>
  refusalOf(process, play(process, actions.slice(0, -1), given).state, actions.at(-1) as Action, given)

export const kinds = (effects: readonly Effect[]) => effects.map(({ effect }) => effect)
