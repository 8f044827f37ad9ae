import { visiblePages } from '#engines/forms/contract.ts'
import { say, type Language } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'

export type Draft = Awaited<ReturnType<Client['services']['getDraft']>>

export interface Step {
  readonly id: string
  readonly title: string
}

const words = {
  place: { vi: 'Nơi nộp hồ sơ', en: 'Where to file' },
  together: { vi: 'Người cùng nộp', en: 'Who files with you' },
  papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers' },
  check: { vi: 'Kiểm tra rồi gửi', en: 'Check and send' },
}

/** The step where others are named who file too. */
export const togetherStep = 'nguoi-cung-nop'

/**
 * The steps of an application in order: where, the questions that are asked with these answers, papers, the last look. Who files too
 * is asked before the questions, which may then be theirs to answer, or after those that it depends on.
 */
export function stepsOf(draft: Draft, language: Language): Step[] {
  const questions = visiblePages(draft.form, draft.answers).map((page) => ({
    id: page.id,
    title: say(page.title, language),
  }))
  const { filedTogether } = draft
  const together =
    filedTogether && (filedTogether.isAsked || filedTogether.named.length > 0)
      ? [{ id: togetherStep, title: say(words.together, language) }]
      : []
  return [
    ...(draft.needsPlace ? [{ id: 'place', title: say(words.place, language) }] : []),
    ...(filedTogether?.isFirst ? together : []),
    ...questions,
    ...(filedTogether?.isFirst ? [] : together),
    ...(draft.papers.some((paper) => !paper.generated) ? [{ id: 'giay-to', title: say(words.papers, language) }] : []),
    { id: 'kiem-tra', title: say(words.check, language) },
  ]
}

export const stepAfter = (steps: readonly Step[], id: string): string =>
  steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? 'kiem-tra'

export const stepBefore = (steps: readonly Step[], id: string): string | undefined =>
  steps[steps.findIndex((step) => step.id === id) - 1]?.id

/** Who else answers a page, if it was given to one of those who file too. */
export const whoAnswers = (draft: Draft, page: string): string | undefined =>
  draft.filedTogether?.named.find((one) => one.page === page && one.state !== 'declined')?.name

/** Whether a step has what it needs, by the paths of what is still missing. */
export function isStepDone(draft: Draft, id: string): boolean {
  const missing = draft.missing.map((place) => place.path)
  if (id === 'place') return draft.place !== null
  if (id === togetherStep) return !missing.some((path) => path.startsWith('co-applicants.'))
  if (id === 'giay-to') return !missing.some((path) => path.startsWith('papers.'))
  if (id === 'kiem-tra') return false
  if (draft.filedTogether?.named.some((one) => one.page === id && one.state === 'waiting')) return false
  const page = draft.form.pages.find((one) => one.id === id)
  return (
    page !== undefined &&
    !page.fields.some((field) => missing.some((path) => path === field.id || path.startsWith(`${field.id}.`)))
  )
}
