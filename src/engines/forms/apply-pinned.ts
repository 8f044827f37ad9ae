import type { Facts } from '#values/condition.ts'
import { typeOf, type Field } from './field-types/index.ts'
import type { Answers, Form } from './form.ts'
import { isObject } from './level.ts'
import type { Lookups } from './lookups.ts'
import { factsBelow, isAsked, visibleAnswers } from './visible.ts'

/**
 * The answers after a supplement: at pinned paths (`residence`, `children.0.name`) and below them the new ones, everywhere
 * else the old ones, whatever was sent. A question that appears only because of a pinned answer had no old answer, so its new
 * one is taken. Computed answers follow where lookups are given; without them they stay as they were.
 */
export function applyPinned(
  form: Form,
  before: Answers,
  after: Answers,
  pins: readonly string[],
  lookups?: Lookups,
): Answers {
  const merging: Merging = { pins, lookups, merged: {}, now: {}, shownBefore: visibleAnswers(form, before) }
  for (const page of form.pages) {
    const asked = isAsked(page, merging.now)
    mergeFields(page.fields, before, after, '', merging, asked, isAsked(page, merging.shownBefore))
  }
  return merging.merged
}

interface Merging {
  readonly pins: readonly string[]
  readonly lookups: Lookups | undefined
  readonly merged: Record<string, unknown>
  /** Visible answers so far, with the pinned changes, and what was visible before. */
  readonly now: Record<string, unknown>
  readonly shownBefore: Facts
}

function mergeFields(
  fields: readonly Field[],
  before: Facts,
  after: Facts,
  prefix: string,
  merging: Merging,
  asked = true,
  wasAsked = true,
): void {
  for (const field of fields) {
    const shows = asked && isAsked(field, merging.now)
    const isNew = shows && !(wasAsked && isAsked(field, merging.shownBefore))
    const old = own(before, field.id)
    const type = typeOf(field)
    const value =
      type.shape === 'computed' && shows && merging.lookups !== undefined
        ? type.compute(field, { lookups: merging.lookups, facts: merging.now })
        : merge(field, old, own(after, field.id), `${prefix}${field.id}`, merging, isNew)
    if (value === undefined) continue
    merging.merged[field.id] = value
    if (shows) merging.now[field.id] = value
  }
}

function merge(field: Field, before: unknown, after: unknown, path: string, merging: Merging, isNew: boolean): unknown {
  const type = typeOf(field)
  if (type.shape === 'none') return undefined
  if (type.shape === 'computed') return before
  if (merging.pins.includes(path)) return after
  if (before === undefined && isNew) return after
  if (type.shape === 'record' && (isObject(before) || before === undefined)) {
    return mergeBelow(type.parts(field), before ?? {}, after, path, merging)
  }
  if (type.shape !== 'rows' || !Array.isArray(before)) return before
  const rows: readonly unknown[] = Array.isArray(after) ? after : []
  return before.map((row: unknown, index) => {
    const name = `${path}.${index}`
    if (merging.pins.includes(name)) return rows[index] ?? {}
    return isObject(row) ? (mergeBelow(type.parts(field), row, rows[index], name, merging) ?? row) : row
  })
}

function mergeBelow(
  parts: readonly Field[],
  before: Facts,
  after: unknown,
  path: string,
  merging: Merging,
): Facts | undefined {
  const below: Merging = {
    ...merging,
    merged: {},
    now: factsBelow(parts, {}, merging.now),
    shownBefore: factsBelow(parts, before, merging.shownBefore),
  }
  mergeFields(parts, before, isObject(after) ? after : {}, `${path}.`, below)
  return Object.keys(below.merged).length === 0 ? undefined : below.merged
}

const own = (values: Facts, id: string): unknown => (Object.hasOwn(values, id) ? values[id] : undefined)
