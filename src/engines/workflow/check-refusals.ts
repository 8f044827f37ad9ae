import { finding, type Finding } from './finding.ts'
import type { GraphStep, ProcessGraph } from './process-graph.ts'
import type { Survey } from './survey-ways.ts'

/** Nothing is issued and nothing refused without a decision; who decides can give a refusal back. */
export function checkRefusals(graph: ProcessGraph, { undecided, unapproved }: Survey): Finding[] {
  return [...graph.values()].flatMap((at) => {
    const { id, step } = at
    const found: Finding[] = []
    if (step.kind === 'issue' && undecided.has(id)) {
      found.push(
        finding(
          `steps.${id}.kind`,
          'có thể phát hành khi chưa qua bước decide',
          'this could be issued without a decide step before it',
        ),
      )
    }
    if (!step.may.includes('refuse')) return found
    if (unapproved.has(id)) {
      found.push(
        finding(
          `steps.${id}.may`,
          'đề xuất từ chối ở đây có thể tới cuối mà không ai quyết định',
          'a refusal proposed here could reach the end undecided',
        ),
      )
    }
    if (step.kind !== 'decide' && !canBeGivenBack(graph, at)) {
      found.push(
        finding(
          `steps.${id}.may`,
          `không bước nào sau đây trả lại được về "${id}" để xét lại đề xuất từ chối`,
          `no later step can return to "${id}" to have its refusal reconsidered`,
        ),
      )
    }
    return found
  })
}

const canBeGivenBack = (graph: ProcessGraph, { id, leadsTo }: GraphStep): boolean =>
  [...leadsTo].some((later) => graph.get(later)?.step.back.some((to) => to === id || graph.get(to)?.leadsTo.has(id)))
