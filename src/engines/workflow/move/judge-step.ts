import type { Words } from '#values/words.ts'
import type { Process, StepId, StepKind } from '../declare.ts'
import { graphOf, type GraphStep, type ProcessGraph } from '../process-graph.ts'

/**
 * Why a dossier that stands at a step of one process cannot go on at that step of another, with what to do; undefined where it can. What was
 * done with effect outside (received, decided, issued) is neither done a second time nor left out.
 */
export function judgeStepMove(from: Process, to: Process, step: StepId, target: StepId): Words | undefined {
  const [before, after] = [graphOf(from), graphOf(to)]
  const [at, goesTo] = [before.get(step), after.get(target)]
  if (at === undefined || goesTo === undefined)
    return {
      vi: 'quy trình mới không có bước đã chọn; chọn bước khác, hoặc để lại bản cũ',
      en: 'the new process has no such step; choose another, or leave these dossiers on their version',
    }
  if (isAhead(before, at, 'receive') && !isAhead(after, goesTo, 'receive')) return notReceived
  if (!isAhead(before, at, 'receive') && isAhead(after, goesTo, 'receive')) return receivedTwice
  if (at.counted && !goesTo.counted) return notReady
  if (!at.counted && goesTo.counted) return readyAlready
  for (const kind of ['decide', 'issue'] as const) {
    const left = [...after.values()].find((one) => one.step.kind === kind && one.leadsTo.has(target))
    if (left !== undefined && isAhead(before, at, kind) && !isAhead(after, goesTo, kind)) return leftOut(left.step.name)
  }
  const wasIssued = [...before.values()].some((one) => one.step.kind === 'issue' && one.leadsTo.has(step))
  if (wasIssued && !isAhead(before, at, 'issue') && isAhead(after, goesTo, 'issue')) return issuedTwice
  return undefined
}

const isAhead = (graph: ProcessGraph, at: GraphStep, kind: StepKind): boolean =>
  at.step.kind === kind || [...at.leadsTo].some((id) => graph.get(id)?.step.kind === kind)

const notReceived: Words = {
  vi: 'hồ sơ ở bước này chưa tiếp nhận; chọn bước tiếp nhận, hoặc bước trước nó',
  en: 'dossiers at this step are not received yet; choose the reception, or a step before it',
}
const receivedTwice: Words = {
  vi: 'hồ sơ ở bước này đã tiếp nhận, không tiếp nhận lần nữa; chọn bước sau tiếp nhận',
  en: 'dossiers at this step are received already; choose a step after the reception',
}
const notReady: Words = {
  vi: 'hồ sơ ở bước này chưa có kết quả; chọn bước xử lý, không chọn bước trả kết quả',
  en: 'dossiers at this step have no result yet; choose a step of the handling',
}
const readyAlready: Words = {
  vi: 'hồ sơ ở bước này đã có kết quả; chọn bước trả kết quả',
  en: 'dossiers at this step have their result; choose a step that hands it over',
}
const issuedTwice: Words = {
  vi: 'hồ sơ ở bước này đã ban hành văn bản; chọn bước sau ban hành, không cấp số lần nữa',
  en: 'dossiers at this step have been issued; choose a step after the issue',
}
const leftOut = (name: Words): Words => ({
  vi: `như vậy bỏ qua bước “${name.vi}”; chọn bước ấy, hoặc bước trước nó`,
  en: `this would leave out “${name.en}”; choose that step, or one before it`,
})
