import { finding, type Finding } from './finding.ts'
import type { StepId } from './declare.ts'
import type { GraphStep, ProcessGraph } from './process-graph.ts'
import type { Survey } from './survey-ways.ts'

/** Branches that meet: wherever steps can lead to one side by side, it is a join, and the join names exactly those. */
export function checkJoins(graph: ProcessGraph, { together }: Survey): Finding[] {
  return [...graph.values()].flatMap((at) => {
    const groups = together.get(at.id) ?? []
    return at.step.join === undefined ? missing(at, groups) : misnamed(at, at.step.join, groups)
  })
}

function missing({ id }: GraphStep, together: readonly (readonly StepId[])[]): Finding[] {
  const [first] = together
  if (first === undefined) return []
  const names = first.map((name) => `'${name}'`).join(', ')
  return [
    finding(
      `steps.${id}.join`,
      `các bước ${names} song song cùng dẫn tới đây; ghi join: [${names}]`,
      `${names} lead here side by side; write join: [${names}]`,
    ),
  ]
}

function misnamed(
  { id, from }: GraphStep,
  join: readonly StepId[],
  together: readonly (readonly StepId[])[],
): Finding[] {
  const path = `steps.${id}.join`
  const never = join.filter((name) => !from.includes(name))
  const beside = new Set(together.flat())
  const left = [...beside].filter((name) => !join.includes(name))
  const alone = join.filter((name) => from.includes(name) && !beside.has(name))
  return [
    ...never.map((name) =>
      finding(
        path,
        `"${name}" không dẫn thẳng tới đây nên không bao giờ tới nơi`,
        `"${name}" does not lead here, so it would never arrive`,
      ),
    ),
    ...left.map((name) =>
      finding(
        path,
        `"${name}" cũng song song dẫn tới đây; thêm vào join`,
        `"${name}" leads here beside them; add it to the join`,
      ),
    ),
    ...alone.map((name) =>
      finding(
        path,
        `"${name}" không bao giờ song song với bước khác của join`,
        `"${name}" never runs beside another of the join`,
      ),
    ),
  ]
}
