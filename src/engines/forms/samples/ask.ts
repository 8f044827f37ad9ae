import type { Field } from '../field-types/index.ts'
import type { Lookups } from '../lookups.ts'
import { parseFields } from '../parse-answers.ts'
import { sampleLookups } from './lists.ts'

/** Asks one question and tells the value kept and what is said about it, in Vietnamese. */
export function ask(
  field: Field,
  input: unknown,
  lookups: Lookups = sampleLookups,
): { value: unknown; says: string[] } {
  const { answers, places } = parseFields([field], { [field.id]: input }, lookups)
  return { value: answers[field.id], says: places.map(({ path, message }) => `${path}: ${message.vi}`) }
}

/** What a field has beside its type in tests. */
export const named = { id: 'it', label: { vi: 'Câu', en: 'Question' } }
