import type { Facts } from '#values/condition.ts'
import type { Process, Step, StepId } from './declare.ts'
import { graphOf, wayFrom } from './process-graph.ts'

/** A step on the way of a dossier: after how many minutes of work it opens, and how long it is open. */
export interface WalkedStep {
  readonly id: StepId
  readonly step: Step
  readonly opensAfter: number
  readonly minutes: number
  /** Its minutes count towards the time limit; those of delivery do not. */
  readonly counted: boolean
}

/**
 * The way of a dossier with these facts from the first step to the last, nothing returned, each step as long as is said. Steps beside
 * each other run at once, and a join opens with the last of them.
 */
export function walkProcess(
  process: Process,
  facts: Facts,
  minutesOf: (id: StepId, step: Step) => number,
): readonly WalkedStep[] {
  const opensAfter = new Map<StepId, number>([[process.start, 0]])
  const walked: WalkedStep[] = []
  for (const at of graphOf(process).values()) {
    const after = opensAfter.get(at.id)
    if (after === undefined) continue
    const minutes = minutesOf(at.id, at.step)
    walked.push({ id: at.id, step: at.step, opensAfter: after, minutes, counted: at.counted })
    for (const to of wayFrom(at, facts)) opensAfter.set(to, Math.max(opensAfter.get(to) ?? 0, after + minutes))
  }
  return walked
}
