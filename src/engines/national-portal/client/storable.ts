import { storableText, unreadable } from '#values/storable-text.ts'

/** Deeper nothing that it says is nested; what lies deeper says nothing to us. */
const mostLevels = 40

/**
 * What came from outside as our database keeps it: no NUL, no half of a surrogate pair, nothing nested without end. One such letter would else
 * hold up everything that comes with it.
 */
export function storable(value: unknown, levels = mostLevels): unknown {
  if (typeof value === 'string') return storableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return unreadable
  if (Array.isArray(value)) return value.map((one) => storable(one, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storableText(name), storable(one, levels - 1)]))
}
