import { parsePage, partsOfField, type Answers, type Lookups } from '#engines/forms/contract.ts'
import type { Field, Form } from '#engines/forms/declare.ts'

/** The answers of a form all of whose pages stand on one screen, as far as they can be read while someone types. */
export function answersNow(form: Form, draft: Answers, post: URLSearchParams | FormData, lookups: Lookups): Answers {
  const command = rowButtonIn(post)
  const plain = withoutRowButtons(post)
  return form.pages.reduce((answers, page) => {
    const own = command !== undefined && page.fields.some((field) => field.id === groupOf(command))
    return parsePage(form, page.id, answers, own ? post : plain, lookups, { typing: true }).answers
  }, draft)
}

/** The button that adds or takes out a row, `add:children` or `remove:children.1`, if it was that one. */
export function rowButtonIn(post: URLSearchParams | FormData): string | undefined {
  for (const name of post.keys()) if (/^(add|remove):/.test(name)) return name
  return undefined
}

export const groupOf = (button: string): string => button.replace(/^(add|remove):|\.\d+$/g, '')

/** Row buttons belong to one page only; the others would take them for an unknown answer. */
function withoutRowButtons(post: URLSearchParams | FormData): URLSearchParams {
  const plain = new URLSearchParams()
  for (const [name, value] of post as Iterable<[string, unknown]>) {
    if (typeof value === 'string' && !/^(add|remove):/.test(name)) plain.append(name, value)
  }
  return plain
}

/** What conditions below a person or a row look at: its own answers, and those outside that it has no own name for. */
export function factsWithin(
  field: Field,
  own: Readonly<Record<string, unknown>>,
  outer: Readonly<Record<string, unknown>>,
) {
  const facts: Record<string, unknown> = { ...outer }
  for (const part of partsOfField(field)) delete facts[part.id]
  return Object.assign(facts, own)
}

/** How many rows a group or table may have, with the limits that a declaration leaves out. */
export function rowLimits(field: Extract<Field, { type: 'group' | 'table' }>) {
  const min = field.min ?? (field.optional === true ? 0 : 1)
  return { min, max: field.max ?? Math.max(field.type === 'group' ? 20 : 50, min) }
}
