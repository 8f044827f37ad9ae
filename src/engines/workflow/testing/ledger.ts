import { expect } from 'vitest'
import type { Effect } from '../action.ts'

/** What effects have opened and not closed yet. */
export interface Ledger {
  readonly tasks: Set<string>
  readonly consults: Set<string>
  clock: 'not-started' | 'running' | 'stopped'
  ended: number
}

export const newLedger = (): Ledger => ({ tasks: new Set(), consults: new Set(), clock: 'not-started', ended: 0 })

/** Enters one effect, expecting that it opens what is closed or closes what is open. */
export function enter(ledger: Ledger, effect: Effect): void {
  if (effect.effect === 'open-task') flip(ledger.tasks, effect.step, true)
  if (effect.effect === 'close-task') flip(ledger.tasks, effect.step, false)
  if (effect.effect === 'open-consult') flip(ledger.consults, `${effect.step}/${effect.consult}`, true)
  if (effect.effect === 'close-consult') flip(ledger.consults, `${effect.step}/${effect.consult}`, false)
  if (effect.effect === 'start-clock') turn(ledger, 'not-started', 'running')
  if (effect.effect === 'stop-clock') turn(ledger, 'running', 'stopped')
  if (effect.effect === 'resume-clock') turn(ledger, 'stopped', 'running')
  if (effect.effect === 'ended') ledger.ended += 1
}

function flip(open: Set<string>, name: string, opens: boolean): void {
  expect(open.has(name)).toBe(!opens)
  if (opens) open.add(name)
  else open.delete(name)
}

function turn(ledger: Ledger, from: Ledger['clock'], to: Ledger['clock']): void {
  expect(ledger.clock).toBe(from)
  ledger.clock = to
}
