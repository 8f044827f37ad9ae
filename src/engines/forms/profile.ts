import { read, type Facts } from '#values/condition.ts'
import { enterprisePartNames } from './field-types/enterprise/enterprise.ts'
import { typeOf, type Field } from './field-types/index.ts'
import { personPartNames } from './field-types/person/parts.ts'
import type { Answers, Form } from './form.ts'
import { isObject } from './level.ts'
import { own } from './parse-answers.ts'

/** What is known of whoever files: parts as the answers of the types `person` and `enterprise`. */
export interface Profile {
  readonly person?: Facts | undefined
  readonly enterprise?: Facts | undefined
}

/** The paths that `prefill` may name: a whole person or enterprise, or one part. */
export const profilePaths: readonly string[] = [
  'person',
  ...personPartNames.map((part) => `person.${part}`),
  'enterprise',
  ...enterprisePartNames.map((part) => `enterprise.${part}`),
]

/** A draft with what is known already; parts that the form does not ask, and values of another shape, are left out. */
export function prefill(form: Form, profile: Profile): Answers {
  const draft: Record<string, unknown> = {}
  for (const field of form.pages.flatMap((page) => page.fields)) {
    if (field.prefill === undefined || !profilePaths.includes(field.prefill)) continue
    const value = fitting(field, read({ ...profile }, field.prefill))
    if (value !== undefined) draft[field.id] = value
  }
  return draft
}

/** The value as far as the field asks for it. */
function fitting(field: Field, value: unknown): unknown {
  const type = typeOf(field)
  if (type.shape === 'leaf') return !type.isEmpty(value) && type.isValue(value) ? value : undefined
  if (type.shape !== 'record' || !isObject(value)) return undefined
  const parts: Record<string, unknown> = {}
  for (const part of type.parts(field)) {
    const known = Object.hasOwn(value, part.id) ? fitting(part, value[part.id]) : undefined
    if (known !== undefined) parts[part.id] = known
  }
  return Object.keys(parts).length === 0 ? undefined : parts
}

/** What the answers say of whoever files: the other way round, from the fields that a profile fills. */
export function declaredProfile(form: Form, answers: Answers): Profile {
  const declared: Record<string, Record<string, unknown>> = {}
  for (const field of form.pages.flatMap((page) => page.fields)) {
    const value = own(answers, field.id)
    if (field.prefill === undefined || value === undefined) continue
    const [whose = '', part] = field.prefill.split('.')
    const said = part === undefined ? value : { [part]: value }
    if (isObject(said)) declared[whose] = { ...said, ...declared[whose] }
  }
  return declared
}
