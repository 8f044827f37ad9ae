import type { Facts } from '#values/condition.ts'
import { typeOf, type Field } from '../field-types/index.ts'
import type { Answers, Form } from '../form.ts'
import { isObject } from '../level.ts'
import { factsBelow, visibleAnswers } from '../visible.ts'

export interface PinnedField {
  readonly field: Field
  readonly facts: Facts
  /** The fields of the row, where the path is that of a whole row. */
  readonly row?: readonly Field[]
}

/** The field at a pinned path, with what its conditions look at; undefined for a path that leads nowhere. */
export const pinnedField = (form: Form, path: string, answers: Answers): PinnedField | undefined =>
  descend(
    form.pages.flatMap((page) => page.fields),
    path.split('.'),
    visibleAnswers(form, answers),
  )

function descend(fields: readonly Field[], [id, ...rest]: readonly string[], facts: Facts): PinnedField | undefined {
  const field = fields.find((one) => one.id === id)
  if (field === undefined || rest.length === 0) return field && { field, facts }
  const type = typeOf(field)
  if (type.shape !== 'record' && type.shape !== 'rows') return undefined
  const parts = type.parts(field)
  const value = facts[field.id]
  if (type.shape === 'record') return descend(parts, rest, factsBelow(parts, isObject(value) ? value : {}, facts))
  const [row, ...below] = rest
  const own: unknown = Array.isArray(value) ? value[Number(row)] : undefined
  if (!isObject(own)) return undefined
  const inRow = factsBelow(parts, own, facts)
  return below.length === 0 ? { field, facts, row: parts } : descend(parts, below, inRow)
}
