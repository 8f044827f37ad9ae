import { fieldsOf } from '#values/condition.ts'
import { finding, type Finding, type Known } from './finding.ts'
import type { Actor, Process, Step, StepId } from './declare.ts'
import { waysOf, type ProcessGraph } from './process-graph.ts'

/** What each step says of itself: kind, hours, who acts, what it may do, where it goes back, what its conditions look at. */
export function checkSteps(process: Process, graph: ProcessGraph, known: Known): Finding[] {
  return [
    ...checkStart(process),
    ...[...graph.values()].flatMap(({ id, step }) => [
      ...checkHours(id, step),
      ...checkAllowances(graph, id, step),
      ...checkBack(graph, id, step),
      ...checkKnown(id, step, known),
    ]),
  ]
}

/** Formal reception happens in one way only, and first: it starts the clock (NĐ 61/2018). */
function checkStart(process: Process): Finding[] {
  const receiving = Object.keys(process.steps).filter((id) => process.steps[id]?.kind === 'receive')
  const second = receiving.filter((id) => id !== process.start)
  return [
    ...(receiving.includes(process.start)
      ? []
      : [finding('start', 'bước đầu phải là bước tiếp nhận (kind receive)', 'the first step must be of kind receive')]),
    ...second.map((id) =>
      finding(
        `steps.${id}.kind`,
        'chỉ bước đầu là bước tiếp nhận; bước này ghi kind khác',
        'only the first step receives; give this one another kind',
      ),
    ),
  ]
}

function checkHours(id: StepId, step: Step): Finding[] {
  const path = `steps.${id}`
  const ids = step.consult.map((consult) => consult.id)
  return [
    ...(step.hours > 0 ? [] : [finding(`${path}.hours`, 'số giờ phải lớn hơn 0', 'hours must be above 0')]),
    ...step.consult.flatMap((consult, index) => {
      const at = `${path}.consult.${index}`
      return [
        ...(ids.indexOf(consult.id) === index
          ? []
          : [finding(`${at}.id`, `trùng mã "${consult.id}"`, `"${consult.id}" is there twice`)]),
        ...(consult.hours > 0 && consult.hours <= step.hours
          ? []
          : [
              finding(
                `${at}.hours`,
                `số giờ hỏi ý kiến phải lớn hơn 0 và không quá ${step.hours} giờ của bước`,
                `must be above 0 and within the ${step.hours} hours of the step`,
              ),
            ]),
      ]
    }),
  ]
}

function checkAllowances(graph: ProcessGraph, id: StepId, step: Step): Finding[] {
  const path = `steps.${id}.may`
  const issuedBefore = [...graph.values()].some((at) => at.step.kind === 'issue' && at.leadsTo.has(id))
  const wrong: Finding[] = []
  if (step.may.includes('reject') && step.kind !== 'receive') {
    wrong.push(
      finding(
        path,
        'reject chỉ dùng ở bước tiếp nhận; sau đó dùng refuse',
        'reject belongs to reception; later it is refuse',
      ),
    )
  }
  if (step.may.includes('refuse') && step.kind !== 'work' && step.kind !== 'decide') {
    wrong.push(finding(path, 'refuse chỉ dùng ở bước work hoặc decide', 'refuse belongs to work and decide steps'))
  }
  if (step.drafts && step.kind !== 'work') {
    wrong.push(
      finding(
        `steps.${id}.drafts`,
        'drafts chỉ dùng ở bước work; bước decide luôn cần dự thảo',
        'drafts belongs to work steps; a decide step always needs the draft',
      ),
    )
  }
  if (step.meets !== undefined && step.kind !== 'work') {
    wrong.push(
      finding(
        `steps.${id}.meets`,
        'họp, kiểm tra chỉ dùng ở bước work',
        'a council or inspection belongs to work steps',
      ),
    )
  }
  if (issuedBefore && (step.may.includes('supplement') || step.may.includes('refuse'))) {
    wrong.push(
      finding(
        path,
        'sau khi phát hành không bổ sung, không từ chối nữa',
        'after the issue nothing is supplemented or refused',
      ),
    )
  }
  return wrong
}

function checkBack(graph: ProcessGraph, id: StepId, step: Step): Finding[] {
  return step.back
    .filter((to) => !graph.get(to)?.leadsTo.has(id))
    .map((to) =>
      finding(
        `steps.${id}.back`,
        `"${to}" không ở trước bước này; chỉ trả lại về bước đã dẫn tới đây`,
        `"${to}" does not come before this step; only steps that led here can be returned to`,
      ),
    )
}

function checkKnown(id: StepId, step: Step, { functions, fields }: Known): Finding[] {
  const path = `steps.${id}`
  const unknownFunction = (at: string, by: Actor) =>
    functions === undefined || functions.includes(by.function)
      ? []
      : [
          finding(
            `${at}.function`,
            `không có chức năng "${by.function}"; có: ${functions.join(', ')}`,
            `no function "${by.function}"; there are ${functions.join(', ')}`,
          ),
        ]
  const unknownField = (at: string, names: readonly string[]) =>
    names
      .filter((name) => fields !== undefined && name !== 'proposal' && !fields.includes(name))
      .map((name) =>
        finding(
          at,
          `không có dữ kiện "${name}"; có: proposal, ${fields?.join(', ')}`,
          `no fact "${name}"; there are proposal, ${fields?.join(', ')}`,
        ),
      )
  const actors = [
    [`${path}.by`, step.by] as const,
    ...step.consult.map((one, index) => [`${path}.consult.${index}.by`, one.by] as const),
  ]
  return [
    ...actors.flatMap(([at, by]) => [
      ...unknownFunction(at, by),
      ...unknownField(`${at}.at.field`, by.at.unit === 'area' ? [by.at.field] : []),
    ]),
    ...waysOf(step.next).flatMap((way, index) =>
      unknownField(`${path}.next.when.${index}.if`, way.if === undefined ? [] : fieldsOf(way.if)),
    ),
  ]
}
