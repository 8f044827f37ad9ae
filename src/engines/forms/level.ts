import { holds, type Facts } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { tidy } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import {
  isNothing,
  notFilledIn,
  unreadable,
  type LeafType,
  type RecordType,
  type RowsType,
} from './field-types/field-type.ts'
import { typeOf, type Field } from './field-types/index.ts'
import { tooFewRows, tooManyRows, unknownKey } from './level-words.ts'
import type { Lookups } from './lookups.ts'

/** One level of answers while it is read: the form, a person in it, a row of a group. */
export interface Level {
  readonly lookups: Lookups
  /** Where this level stands: `` or `children.0.`. */
  readonly path: string
  /** What conditions, bounds and formulas may look at: visible answers that stand before, inner ones over outer ones. */
  readonly facts: Record<string, unknown>
  readonly answers: Record<string, unknown>
  readonly places: ProblemPlace[]
  /** While rows are being added, an empty row stays. */
  readonly keepEmptyRows: boolean
  /** Whether anything was given at all, and whether any of it could be kept. */
  filled: boolean
  kept: boolean
}

/** The outermost level of a form or of a list of fields. */
export function startLevel(lookups: Lookups, keepEmptyRows = false): Level {
  return { lookups, path: '', facts: {}, answers: {}, places: [], keepEmptyRows, filled: false, kept: false }
}

function levelBelow(level: Level, id: string): Level {
  return {
    ...level,
    path: `${level.path}${id}.`,
    facts: { ...level.facts },
    answers: {},
    places: [],
    filled: false,
    kept: false,
  }
}

/** Reads the fields of a level in order. Hidden fields are left out, unknown keys are refused. */
export function readFields(level: Level, fields: readonly Field[], input: Readonly<Record<string, unknown>>): void {
  for (const field of fields) delete level.facts[field.id]
  for (const field of fields) readField(level, field, Object.hasOwn(input, field.id) ? input[field.id] : undefined)
  refuseUnknown(level, fields, input)
}

/** Reads one field into the level, with everything that is wrong in it. */
export function readField(level: Level, field: Field, input: unknown): void {
  if (field.when !== undefined && !holds(field.when, level.facts)) return
  const type = typeOf(field)
  if (type.shape === 'none') return
  const value =
    type.shape === 'leaf'
      ? readLeaf(level, field, type, input)
      : type.shape === 'record'
        ? readRecord(level, field, type, input)
        : type.shape === 'rows'
          ? readRows(level, field, type, input)
          : type.compute(field, level)
  if (value === undefined) return
  level.answers[field.id] = value
  level.facts[field.id] = value
}

function readLeaf(level: Level, field: Field, type: LeafType<Field, unknown>, input: unknown): unknown {
  const { value, wrong } = type.parse(field, input, level)
  if (value === undefined && wrong === undefined) {
    if (field.optional !== true) say(level, field.id, type.missing(field))
    return undefined
  }
  level.filled = true
  level.kept ||= value !== undefined
  const message = wrong ?? (type.isValue(value) ? type.check(field, value, level) : unreadable)
  if (message !== undefined) say(level, field.id, message)
  return value
}

function readRecord(level: Level, field: Field, type: RecordType<Field, Field>, input: unknown): unknown {
  if (!isNothing(input) && !isObject(input)) return refuse(level, field.id)
  const below = levelBelow(level, field.id)
  readFields(below, type.parts(field), isObject(input) ? input : {})
  // Someone who fills in no part of an optional person has not made a mistake in each of them.
  if (!below.filled && field.optional === true) return undefined
  takeUp(level, below)
  if (below.places.length > 0) return answersOf(below)
  if (!below.filled) say(level, field.id, notFilledIn)
  for (const { path, message } of type.check?.(field, below.answers, below) ?? [])
    say(level, `${field.id}.${path}`, message)
  return answersOf(below)
}

function readRows(level: Level, field: Field, type: RowsType<Field, Field>, input: unknown): unknown {
  if (!isNothing(input) && !Array.isArray(input)) return refuse(level, field.id)
  const { min, max } = type.limits(field)
  const given: readonly unknown[] = Array.isArray(input) ? input : []
  if (given.length > max) say(level, field.id, tooManyRows(given.length, max))
  const rows: Facts[] = []
  for (const row of given.slice(0, max)) {
    const id = `${field.id}.${rows.length}`
    if (!isNothing(row) && !isObject(row)) {
      refuse(level, id)
      continue
    }
    const below = levelBelow(level, id)
    readFields(below, type.parts(field), isObject(row) ? row : {})
    if (!below.filled && !level.keepEmptyRows) continue
    takeUp(level, below)
    if (below.kept || level.keepEmptyRows) rows.push(below.answers)
  }
  if (rows.length < min) say(level, field.id, tooFewRows(min))
  return rows.length === 0 ? undefined : rows
}

function takeUp(level: Level, below: Level): void {
  level.filled ||= below.filled
  level.kept ||= below.kept
  level.places.push(...below.places)
}

/** A record in which nothing could be read is no answer. */
const answersOf = (level: Level) => (level.kept ? level.answers : undefined)

function refuse(level: Level, path: string): undefined {
  level.filled = true
  say(level, path, unreadable)
}

const mostUnknown = 10

/** Says of each key that no field has that it is not known; the first ten are enough. */
export function refuseUnknown(level: Level, fields: readonly Field[], input: Readonly<Record<string, unknown>>): void {
  const known = new Set(fields.map((field) => field.id))
  let found = 0
  for (const key in input) {
    if (!Object.hasOwn(input, key) || known.has(key)) continue
    say(level, tidy(key.slice(0, 60)), unknownKey)
    level.filled = true
    if (++found === mostUnknown) return
  }
}

const say = (level: Level, path: string, message: Words) =>
  void level.places.push({ path: `${level.path}${path}`, message })

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
