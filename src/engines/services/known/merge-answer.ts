const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a source says laid over what stands there; what it does not say stays. */
export function mergeAnswer(before: unknown, said: unknown): unknown {
  if (!isRecord(before) || !isRecord(said)) return said
  const merged: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(said)) merged[key] = mergeAnswer(before[key], value)
  return merged
}
