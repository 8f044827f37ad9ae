import type { Facts } from '#values/condition.ts'
import { applyPinned } from './apply-pinned.ts'
import { typeOf, type Field } from './field-types/index.ts'
import type { Answers, Form } from './form.ts'
import { isObject } from './level.ts'
import type { Lookups } from './lookups.ts'
import { parseAnswers, readForm, type Parsed } from './parse-answers.ts'
import { isPost, readPost } from './post.ts'
import { postedFields } from './posted-fields.ts'
import { factsBelow, isAsked, visibleAnswers } from './visible.ts'

/**
 * Reads what an applicant sends after a request: only pinned paths and questions that they bring up are taken from a form post
 * or JSON, the rest is what was filed. The whole result is read and checked like a new form.
 */
export function parseSupplement(
  form: Form,
  filed: Answers,
  input: unknown,
  pins: readonly string[],
  lookups: Lookups,
): Parsed {
  const fields = form.pages.flatMap((page) => page.fields)
  const sent = isPost(input) ? postedFields(fields, readPost(input), 'numbered') : isObject(input) ? input : {}
  // A box that is no longer ticked is not sent: pinned answers are taken out before what was sent is laid over the rest.
  const rest = applyPinned(form, filed, {}, pins)
  const after = readForm(form, layOver(rest, sent), lookups, true).answers
  return parseAnswers(form, applyPinned(form, filed, after, pins, lookups), lookups)
}

function layOver(under: unknown, over: unknown): unknown {
  if (over === undefined) return under
  if (Array.isArray(under) && Array.isArray(over)) {
    return Array.from({ length: Math.max(under.length, over.length) }, (_, at) => layOver(under[at], over[at]))
  }
  if (!isObject(under) || !isObject(over)) return over
  const laid = new Map(Object.entries(under))
  for (const [id, value] of Object.entries(over)) laid.set(id, layOver(laid.get(id), value))
  return Object.fromEntries(laid)
}

/** The questions asked with these answers that were not asked with the filed ones: `lostWhere`, `children.0.guardian`. */
export function newQuestions(form: Form, filed: Answers, now: Answers): string[] {
  const before = new Set(askedPaths(form, filed))
  return askedPaths(form, now).filter((path) => !before.has(path))
}

function askedPaths(form: Form, answers: Answers): string[] {
  const facts = visibleAnswers(form, answers)
  return form.pages.filter((page) => isAsked(page, facts)).flatMap((page) => asked(page.fields, facts, facts, ''))
}

function asked(fields: readonly Field[], values: Facts, facts: Facts, prefix: string): string[] {
  const paths: string[] = []
  for (const field of fields) {
    const type = typeOf(field)
    if (type.shape === 'none' || type.shape === 'computed' || !isAsked(field, facts)) continue
    const path = `${prefix}${field.id}`
    paths.push(path)
    const rows: readonly unknown[] =
      type.shape === 'rows' && Array.isArray(values[field.id]) ? (values[field.id] as unknown[]) : []
    rows.forEach((row, at) => {
      if (type.shape !== 'rows' || !isObject(row)) return
      paths.push(...asked(type.parts(field), row, factsBelow(type.parts(field), row, facts), `${path}.${at}.`))
    })
  }
  return paths
}
