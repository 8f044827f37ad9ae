/** The body of an answer from outside or of a request, at most so many bytes of it; `RangeError` for more, and the rest is not read. */
export async function readBounded(answer: Pick<Response, 'body'>, mostBytes: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    // Leaving the loop cancels the rest.
    if (size > mostBytes) throw new RangeError('its answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
