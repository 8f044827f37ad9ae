/** The body of an answer from outside; throws when it is longer than that, without reading on. */
export async function readBounded(answer: Response, mostBytes: number): Promise<Buffer<ArrayBuffer> | null> {
  if (answer.body === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.length
    // Leaving the loop cancels the rest.
    if (size > mostBytes) throw new Error('its answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
