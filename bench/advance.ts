import { advance, notStarted, type Action, type Process } from '#engines/workflow/index.ts'
import { systems } from '#systems/index.ts'
import { atLeast, median, type Row } from './measure.ts'

/**
 * The pure heart of every step: every complete procedure of the province taken from filing to its end by completing whatever is
 * open, again and again on one core, without a database.
 */
export function measureAdvance(): Row[] {
  const processes = systems.procedures.flatMap(({ process }) => (process === undefined ? [] : [process]))
  const facts = { answers: {}, channel: 'online' }
  for (const process of processes) goThrough(process, facts)
  const rounds = Array.from({ length: 5 }, () => {
    const started = performance.now()
    let steps = 0
    while (performance.now() - started < 500) for (const process of processes) steps += goThrough(process, facts)
    return (steps * 1000) / (performance.now() - started)
  })
  return [
    atLeast('advance a process', median(rounds), 50_000, 'steps/s', {
      note: `${processes.length} real processes, one core, median of 5`,
    }),
  ]
}

/** Answers how many steps it took. */
function goThrough(process: Process, facts: Parameters<typeof advance>[3]): number {
  let state = notStarted
  let action: Action = { action: 'start' }
  for (let steps = 1; ; steps += 1) {
    const outcome = advance(process, state, action, facts)
    if ('refused' in outcome) throw new Error(`${process.id}: ${action.action} refused: ${outcome.refused.words.en}`)
    state = outcome.state
    const [open] = state.open
    if (state.status === 'ended' || open === undefined) return steps
    const [consult] = open.consults
    action =
      consult === undefined ? { action: 'complete', step: open.step } : { action: 'answer', step: open.step, consult }
  }
}
