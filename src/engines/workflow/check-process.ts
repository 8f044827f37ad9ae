import type { Process } from './declare.ts'
import { finding, type Finding, type Known } from './finding.ts'
import { checkJoins } from './check-joins.ts'
import { checkRefusals } from './check-refusals.ts'
import { checkSteps } from './check-steps.ts'
import { checkWays } from './check-ways.ts'
import { graphOf, targetsOf } from './process-graph.ts'
import { surveyWays } from './survey-ways.ts'

/**
 * Everything that is wrong with a process of the right shape, in the order of its steps. A process without findings never
 * gets stuck: every step can be reached, every way reaches an end, joins open, refusals and issues have been decided.
 */
export function checkProcess(process: Process, known: Known = {}): readonly Finding[] {
  const unknown = unknownSteps(process)
  if (unknown.length > 0) return unknown
  const graph = graphOf(process)
  const findings = [...checkSteps(process, graph, known), ...checkWays(process, graph)]
  if (findings.some(({ path }) => path.endsWith('.next'))) return findings
  const survey = surveyWays(graph, process.start)
  if (survey === undefined) {
    const [vi, en] = [
      'có quá nhiều nhánh để xét hết; hãy tách quy trình',
      'too many branches to try them all; split the process',
    ]
    return [...findings, finding('steps', vi, en)]
  }
  return [...findings, ...checkJoins(graph, survey), ...checkRefusals(graph, survey)]
}

/** Names of steps that do not exist. */
function unknownSteps(process: Process): Finding[] {
  const ids = Object.keys(process.steps)
  const missing = (path: string, names: readonly string[]) =>
    names
      .filter((name) => !ids.includes(name))
      .map((name) =>
        finding(
          path,
          `không có bước "${name}"; các bước: ${ids.join(', ')}`,
          `no step "${name}"; steps are ${ids.join(', ')}`,
        ),
      )
  return [
    ...missing('start', [process.start]),
    ...Object.entries(process.steps).flatMap(([id, step]) => [
      ...missing(`steps.${id}.next`, targetsOf(step.next)),
      ...missing(`steps.${id}.back`, step.back),
      ...missing(`steps.${id}.join`, step.join ?? []),
    ]),
  ]
}
