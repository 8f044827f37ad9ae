import type { ProblemPlace } from '#values/errors.ts'
import { isStorable } from '#values/storable-text.ts'

/** Names that reach into the prototype of an object where code is careless. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

const unfitText = { vi: 'Có ký tự không dùng được.', en: 'It holds a character that cannot be used.' }
const unfitKey = { vi: 'Tên này không dùng được.', en: 'This name cannot be used.' }

/**
 * Places of an input that no schema would refuse and the database cannot keep: text with NUL or half a surrogate pair, and keys
 * that are names of prototypes. Empty when all is well. Walks without recursion, so depth does not matter.
 */
export function unfitPlaces(input: unknown): ProblemPlace[] {
  const places: ProblemPlace[] = []
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: input }]
  for (let next = waiting.pop(); next !== undefined && places.length < 50; next = waiting.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && !isStorable(value)) places.push({ path, message: unfitText })
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue
    for (const [key, below] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`
      // The key itself is not said back when it holds what cannot be kept.
      if (reserved.has(key) || !isStorable(key)) places.push({ path, message: unfitKey })
      else waiting.push({ path: at, value: below })
    }
  }
  return places
}
