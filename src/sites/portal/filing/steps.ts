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
  papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers' },
  check: { vi: 'Kiểm tra rồi gửi', en: 'Check and send' },
}

/** The steps of an application in order: where, the questions that are asked with these answers, papers, the last look. */
export function stepsOf(draft: Draft, language: Language): Step[] {
  const questions = visiblePages(draft.form, draft.answers).map((page) => ({
    id: page.id,
    title: say(page.title, language),
  }))
  return [
    ...(draft.needsPlace ? [{ id: 'place', title: say(words.place, language) }] : []),
    ...questions,
    ...(draft.papers.some((paper) => !paper.generated) ? [{ id: 'giay-to', title: say(words.papers, language) }] : []),
    { id: 'kiem-tra', title: say(words.check, language) },
  ]
}

export const stepAfter = (steps: readonly Step[], id: string): string =>
  steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? 'kiem-tra'

export const stepBefore = (steps: readonly Step[], id: string): string | undefined =>
  steps[steps.findIndex((step) => step.id === id) - 1]?.id

/** Whether a step has what it needs, by the paths of what is still missing. */
export function isStepDone(draft: Draft, id: string): boolean {
  const missing = draft.missing.map((place) => place.path)
  if (id === 'place') return draft.place !== null
  if (id === 'giay-to') return !missing.some((path) => path.startsWith('papers.'))
  if (id === 'kiem-tra') return false
  const page = draft.form.pages.find((one) => one.id === id)
  return (
    page !== undefined &&
    !page.fields.some((field) => missing.some((path) => path === field.id || path.startsWith(`${field.id}.`)))
  )
}
