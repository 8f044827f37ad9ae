import type { ProblemPlace } from '#values/errors.ts'
import type { Field } from './field-types/index.ts'
import { unreadable } from './field-types/field-type.ts'
import type { Answers, Form } from './form.ts'
import { isObject, readField, readFields, refuseUnknown, startLevel, type Level } from './level.ts'
import type { Lookups } from './lookups.ts'
import { isPost, readPost } from './post.ts'
import { postedFields } from './posted-fields.ts'
import { isAsked } from './visible.ts'

export interface Parsed {
  readonly answers: Answers
  /** What is wrong, by path; answers are complete and typed only if there is nothing here. */
  readonly places: readonly ProblemPlace[]
}

/** Nobody repairs more than this in one go. */
export const mostPlaces = 200

/**
 * Reads the answers of a whole form from a form post or from JSON, tolerantly, and checks them. Answers of hidden fields are
 * dropped, computed ones computed, unknown keys of JSON refused. The same in the browser and on the server; never throws.
 */
export function parseAnswers(form: Form, input: unknown, lookups: Lookups): Parsed {
  return readForm(form, input, lookups, false)
}

/** The same, where rows that are empty may be kept in their places. */
export function readForm(form: Form, input: unknown, lookups: Lookups, keepEmptyRows: boolean): Parsed {
  const fields = form.pages.flatMap((page) => page.fields)
  const level = startLevel(lookups, keepEmptyRows)
  const tree = treeOf(input, fields, level)
  for (const page of form.pages) {
    if (!isAsked(page, level.facts)) continue
    for (const field of page.fields) readField(level, field, own(tree, field.id))
  }
  refuseUnknown(level, fields, tree)
  return { answers: level.answers, places: level.places.slice(0, mostPlaces) }
}

/** The same for fields that belong to no form, such as those of a record in a register. */
export function parseFields(fields: readonly Field[], input: unknown, lookups: Lookups): Parsed {
  const level = startLevel(lookups)
  readFields(level, fields, treeOf(input, fields, level))
  return { answers: level.answers, places: level.places.slice(0, mostPlaces) }
}

/** What was sent, by the names of fields; a post is read by declared names only. */
export function treeOf(input: unknown, fields: readonly Field[], level: Level): Readonly<Record<string, unknown>> {
  if (isPost(input)) return postedFields(fields, readPost(input))
  if (isObject(input)) return input
  if (input !== undefined && input !== null) level.places.push({ path: '', message: unreadable })
  return {}
}

export const own = (tree: Readonly<Record<string, unknown>>, id: string): unknown =>
  Object.hasOwn(tree, id) ? tree[id] : undefined
