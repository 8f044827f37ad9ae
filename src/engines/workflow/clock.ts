import type { ClockGround, Effect } from './action.ts'
import type { ProcessGraph } from './process-graph.ts'
import type { ProcessState } from './process-state.ts'

/**
 * The applicant's time limit follows from the state: it starts with formal reception, stands still while the applicant is
 * asked or pays, and is over when only delivery is left (the national formula takes the end of processing, not the day
 * on which the result was fetched).
 */
export function clockOf(graph: ProcessGraph, state: ProcessState): 'not-started' | 'running' | 'stopped' {
  if (!state.received) return 'not-started'
  if (state.status !== 'open') return 'stopped'
  return state.open.some(({ step }) => graph.get(step)?.counted) ? 'running' : 'stopped'
}

/** What the change from one state to the next means for the clock. */
export function clockEffects(graph: ProcessGraph, before: ProcessState, after: ProcessState, note?: string): Effect[] {
  const was = clockOf(graph, before)
  const is = clockOf(graph, after)
  if (was === is) return []
  if (is === 'running') return [{ effect: was === 'stopped' ? 'resume-clock' : 'start-clock' }]
  const stop: Effect = { effect: 'stop-clock', ground: groundOf(after), ...(note !== undefined && { note }) }
  return was === 'running' ? [stop] : [{ effect: 'start-clock' }, stop]
}

function groundOf(state: ProcessState): ClockGround {
  if (state.status === 'ended') return 'end'
  if (state.status === 'waiting-applicant') return 'supplement'
  return state.status === 'paused' ? 'pause' : 'result'
}
