import { holds, type Condition, type Facts } from '#values/condition.ts'
import { typeOf, type Field } from './field-types/index.ts'
import type { Answers, Form, Page } from './form.ts'
import { isObject } from './level.ts'

/** Whether a page, field or paper is asked, given the visible answers. */
export const isAsked = ({ when }: { readonly when?: Condition | undefined }, facts: Facts): boolean =>
  when === undefined || holds(when, facts)

/** A draft without the answers of hidden fields: what conditions, summaries and papers may look at. Looks at nothing else. */
export function visibleAnswers(form: Form, draft: Answers): Answers {
  const facts: Record<string, unknown> = {}
  for (const page of form.pages) if (isAsked(page, facts)) keepVisible(page.fields, draft, facts, facts)
  return facts
}

/** Takes over the visible answers of one level, in order, so that a hidden answer shows nothing that depends on it. */
function keepVisible(
  fields: readonly Field[],
  draft: Facts,
  facts: Record<string, unknown>,
  kept: Record<string, unknown>,
): void {
  for (const field of fields) {
    if (!Object.hasOwn(draft, field.id) || !isAsked(field, facts)) continue
    const type = typeOf(field)
    if (type.shape === 'none') continue
    const value = draft[field.id]
    const below = (inner: unknown) =>
      levelOf(type.shape === 'record' || type.shape === 'rows' ? type.parts(field) : [], inner, facts)
    kept[field.id] =
      type.shape === 'record' ? below(value) : type.shape === 'rows' && Array.isArray(value) ? value.map(below) : value
    facts[field.id] = kept[field.id]
  }
}

function levelOf(parts: readonly Field[], value: unknown, outer: Facts): unknown {
  if (!isObject(value)) return value
  const kept: Record<string, unknown> = {}
  keepVisible(parts, value, factsBelow(parts, {}, outer), kept)
  return kept
}

/** What conditions inside a person or a row look at: its own answers, and those outside that it has no own name for. */
export function factsBelow(parts: readonly Field[], own: Facts, outer: Facts): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...outer }
  for (const part of parts) delete facts[part.id]
  return Object.assign(facts, own)
}

/** The pages that are asked, given what was answered; a page whose fields are all hidden is passed over. */
export function visiblePages(form: Form, draft: Answers): Page[] {
  const facts = visibleAnswers(form, draft)
  return form.pages.filter((page) => isAsked(page, facts) && page.fields.some((field) => isAsked(field, facts)))
}

/** The page after one; the first page if none is named, undefined after the last: the summary follows. */
export function nextPage(form: Form, draft: Answers, after?: string): Page | undefined {
  const passed = form.pages.findIndex((page) => page.id === after)
  const rest = new Set(form.pages.slice(passed + 1))
  return visiblePages(form, draft).find((page) => rest.has(page))
}

/** The page before one; undefined before the first. */
export function previousPage(form: Form, draft: Answers, before: string): Page | undefined {
  const earlier = new Set(
    form.pages.slice(
      0,
      form.pages.findIndex((page) => page.id === before),
    ),
  )
  return visiblePages(form, draft).findLast((page) => earlier.has(page))
}
