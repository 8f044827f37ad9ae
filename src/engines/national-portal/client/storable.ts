/** Deeper nothing that it says is nested; what lies deeper says nothing to us. */
const mostLevels = 40

/** What stands where a letter cannot be read or kept. */
export const unreadable = '\uFFFD'

const readable = (text: string): string => text.toWellFormed().replaceAll('\0', unreadable)

/**
 * What came from outside as our database keeps it: no NUL, no half of a surrogate pair, nothing nested without end. One such letter would else
 * hold up everything that comes with it.
 */
export function storable(value: unknown, levels = mostLevels): unknown {
  if (typeof value === 'string') return readable(value)
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return unreadable
  if (Array.isArray(value)) return value.map((one) => storable(one, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [readable(name), storable(one, levels - 1)]))
}
