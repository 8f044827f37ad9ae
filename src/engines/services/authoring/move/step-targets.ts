import { judgeStepMove, type Process, type StepId, type StepMap } from '#engines/workflow/index.ts'

/**
 * Where each step of a process goes on in another: as was chosen; else at the step of the same name where that can be. A step that has
 * neither is absent.
 */
export function stepTargets(from: Process, to: Process, chosen: StepMap = {}): StepMap {
  const targets: Record<StepId, StepId | null> = {}
  for (const step of Object.keys(from.steps)) {
    const said = Object.hasOwn(chosen, step) ? chosen[step] : undefined
    if (said !== undefined) targets[step] = said
    else if (Object.hasOwn(to.steps, step) && judgeStepMove(from, to, step, step) === undefined) targets[step] = step
  }
  return targets
}

/** The way back of a map: for each step that one step alone leads to, that one; steps that several lead to are absent. */
export function reversed(steps: StepMap): StepMap {
  const back = Map.groupBy(
    Object.entries(steps).filter(([, to]) => to !== null),
    ([, to]) => to as StepId,
  )
  return Object.fromEntries([...back].flatMap(([to, from]) => (from.length === 1 ? [[to, from[0]![0]]] : [])))
}
