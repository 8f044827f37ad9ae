import type { Facts } from '#values/condition.ts'
import { prefill } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import type { Draft } from '../draft/draft.ts'

/**
 * What whoever answers one page of an application needs of it: the pages up to theirs, and of the answers only those to their own
 * page and to questions that it depends on, however far back. The rest they read as the summary shows it, masked.
 */
export function pageAlone(
  form: Form,
  pageId: string,
  answers: Draft['answers'],
): { form: Form; answers: Draft['answers'] } {
  const at = form.pages.findIndex((page) => page.id === pageId)
  const pages = form.pages.slice(0, at + 1)
  const needed = new Set(pages[at]?.fields.map((field) => field.id))
  const looked = [JSON.stringify(pages[at])]
  for (const page of pages.slice(0, at).toReversed()) {
    for (const field of page.fields.toReversed()) {
      if (!looked.some((text) => text.includes(`"${field.id}"`) || text.includes(`"${field.id}.`))) continue
      needed.add(field.id)
      looked.push(JSON.stringify(field), JSON.stringify(page.when ?? null))
    }
  }
  return {
    form: { ...form, pages },
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => needed.has(id))),
  }
}

/** The answers to a page with what is known of whoever answers it, where its first person is still empty. Shown, not kept. */
export function filledFrom(person: Facts, form: Form, pageId: string, answers: Draft['answers']): Draft['answers'] {
  const page = form.pages.find((one) => one.id === pageId)
  const first = page?.fields.find((field) => field.type === 'person')
  if (page === undefined || first === undefined || answers[first.id] !== undefined) return answers
  const known = prefill({ ...form, pages: [{ ...page, fields: [{ ...first, prefill: 'person' }] }] }, { person })
  return { ...answers, ...known }
}
