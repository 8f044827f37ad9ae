import type { Facts } from '#values/condition.ts'
import type { Language } from '#values/words.ts'
import type { LeafType, RecordType, View } from './field-types/field-type.ts'
import { typeOf, type Field } from './field-types/index.ts'
import { isObject } from './level.ts'
import type { Lookups } from './lookups.ts'
import { factsBelow, isAsked } from './visible.ts'

/** How answers are shown: the language, what stands around them, and whether identifying parts may be read. */
export interface Showing extends View {
  /** Officials who decide and the printed form see everything; otherwise sensitive answers are masked. */
  readonly revealed: boolean
  /** Inside a sensitive person or group everything is sensitive. */
  readonly withinSensitive: boolean
}

/** How to show answers that nothing stands around; masked unless `revealed`. */
export function showing(language: Language, lookups: Lookups, facts: Facts = {}, revealed = false): Showing {
  return { language, lookups, facts, revealed, withinSensitive: false }
}

/** Whether an answer identifies someone so closely that lists and summaries hide part of it. */
export function isSensitive(field: Field, view: Showing): boolean {
  const type = typeOf(field)
  return view.withinSensitive || field.sensitive === true || (type.shape === 'record' && type.alwaysMasked === true)
}

/** The view of the parts of a record or of a row. */
export const viewBelow = (field: Field, parts: readonly Field[], value: Facts, view: Showing): Showing => ({
  ...view,
  facts: factsBelow(parts, value, view.facts),
  withinSensitive: view.withinSensitive || field.sensitive === true,
})

/** The lines of one answer: none if there is no answer. A record that is one line is one, other records have a line for each part. */
export function showField(field: Field, value: unknown, view: Showing): string[] {
  const type = typeOf(field)
  if (value === undefined || type.shape === 'none') return []
  if (type.shape === 'leaf') return showLeaf(field, type, value, view)
  if (type.shape === 'computed') return hidden(field, type.show(field, value, view), view)
  if (type.shape === 'record')
    return isObject(value) ? showRecord(field, type, value, view) : showLost(field, value, view)
  if (!Array.isArray(value)) return showLost(field, value, view)
  return value.filter(isObject).map((row) => {
    const cells = partsOf(type.parts(field), row, viewBelow(field, type.parts(field), row, view))
    return cells.flatMap(({ lines }) => (lines.length === 0 ? [] : lines.join(', '))).join(' · ')
  })
}

/** The visible parts of a record or row with their lines; the view is that of the parts. */
export function partsOf(parts: readonly Field[], value: Facts, view: Showing): { field: Field; lines: string[] }[] {
  return parts
    .filter((part) => part.type !== 'statement' && isAsked(part, view.facts))
    .map((part) => ({ field: part, lines: showField(part, value[part.id], view) }))
}

function showLeaf(field: Field, type: LeafType<Field, unknown>, value: unknown, view: Showing): string[] {
  if (!type.isValue(value)) return showLost(field, value, view)
  if (view.revealed || !isSensitive(field, view)) return type.show(field, value, view)
  return type.mask?.(field, value, view) ?? hidden(field, type.show(field, value, view), view)
}

function showRecord(field: Field, type: RecordType<Field, Field>, value: Facts, view: Showing): string[] {
  if (type.line !== undefined) {
    const line = type.line(field, value, view, !view.revealed && isSensitive(field, view))
    return line === '' ? [] : [line]
  }
  const parts = partsOf(type.parts(field), value, viewBelow(field, type.parts(field), value, view))
  return parts.map(({ lines }) => lines.join(', ')).filter((line) => line !== '')
}

/** Text that could not be read is shown as it was typed. */
const showLost = (field: Field, value: unknown, view: Showing): string[] =>
  typeof value === 'string' ? hidden(field, [value], view) : []

const hidden = (field: Field, lines: string[], view: Showing): string[] =>
  view.revealed || !isSensitive(field, view) ? lines : lines.map((line) => `${line.slice(0, 2)}***`)
