const instant = '$date'

/** An answer as JSON that can be read back as it was: JSON alone would turn instants into text, and pages count with them. */
export const toKept = (answer: unknown): string =>
  JSON.stringify(answer ?? null, function (this: Record<string, unknown>, key, value: unknown) {
    const given = this[key]
    return given instanceof Date ? { [instant]: given.toISOString() } : value
  })

/** The answer that was kept. */
export function fromKept(kept: unknown): unknown {
  if (Array.isArray(kept)) return kept.map(fromKept)
  if (typeof kept !== 'object' || kept === null) return kept
  const at = (kept as Record<string, unknown>)[instant]
  if (typeof at === 'string' && Object.keys(kept).length === 1) return new Date(at)
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, fromKept(value)]))
}
