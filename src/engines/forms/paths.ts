import type { Words } from '#values/words.ts'
import { typeOf, type Field } from './field-types/index.ts'
import type { Answers, Form, Page } from './form.ts'
import { isObject } from './level.ts'

/** A field found by its path, with the words that name it for people: `Con 1 – Họ, chữ đệm, tên`. */
export interface FieldAt {
  readonly page: Page
  /** The field; for the path of a whole row, the group. */
  readonly field: Field
  readonly label: Words
}

/** What stands at a path such as `children.0.name`; undefined if the form has no such place. */
export function fieldAt(form: Form, path: string): FieldAt | undefined {
  const parts = path.split('.')
  for (const page of form.pages) {
    const found = findIn(page.fields, parts)
    if (found !== undefined) return { page, field: found.field, label: joinWords(found.names) }
  }
  return undefined
}

function findIn(
  fields: readonly Field[],
  [id, ...rest]: readonly string[],
): { field: Field; names: Words[] } | undefined {
  const field = fields.find((one) => one.id === id)
  if (field === undefined || rest.length === 0) return field && { field, names: [field.label] }
  const type = typeOf(field)
  if (type.shape === 'record') return under(field.label, findIn(type.parts(field), rest))
  if (type.shape !== 'rows') return undefined
  const [row = '', ...below] = rest
  if (!/^\d{1,5}$/.test(row)) return undefined
  const name = type.rowName(field, Number(row))
  return below.length === 0 ? { field, names: [name] } : under(name, findIn(type.parts(field), below))
}

const under = (name: Words, found: { field: Field; names: Words[] } | undefined) =>
  found && { field: found.field, names: [name, ...found.names] }

const joinWords = (names: readonly Words[]): Words => ({
  vi: names.map((name) => name.vi).join(' – '),
  en: names.map((name) => name.en).join(' – '),
})

/** The paths where two sets of answers differ, down to single answers: `children.0.name`. A multiple choice is one answer. */
export function changedPaths(before: Answers, after: Answers): string[] {
  const paths: string[] = []
  collect(before, after, '', paths)
  return paths
}

function collect(before: unknown, after: unknown, path: string, paths: string[]): void {
  if (Object.is(before, after)) return
  const inner = [before, after].filter((value) => isObject(value) || isRows(value)) as Record<string, unknown>[]
  const plain = [before, after].some((value) => value !== undefined && !isObject(value) && !isRows(value))
  if (inner.length === 0 || plain) {
    if (JSON.stringify(before) !== JSON.stringify(after)) paths.push(path)
    return
  }
  const keys = new Set(inner.flatMap((value) => Object.keys(value)))
  const own = (value: unknown, key: string) =>
    value !== undefined && Object.hasOwn(value as object, key) ? (value as Record<string, unknown>)[key] : undefined
  for (const key of keys) collect(own(before, key), own(after, key), path === '' ? key : `${path}.${key}`, paths)
}

/** Rows are objects; an empty list has no row to descend into. */
const isRows = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isObject)

/** The fields that a field is made of: parts of a person or an address, columns of a row; none for a field of one value. */
export function partsOfField(field: Field): readonly Field[] {
  const type = typeOf(field)
  return type.shape === 'record' || type.shape === 'rows' ? type.parts(field) : []
}
