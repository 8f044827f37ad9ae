import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'

export interface Inflated {
  /** Bytes that came out, counted up to the limit. */
  readonly size: number
  /** Whether the packed data were right to their end, and within the limit. */
  readonly isWhole: boolean
}

/** Unpacks without keeping anything, and stops beyond the limit: what a header says of its size is not believed. */
export async function countInflated(packed: Iterable<Buffer>, limit: number): Promise<Inflated> {
  const inflate = createInflate({ chunkSize: 256 * 1024 })
  Readable.from(packed).pipe(inflate)
  let size = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) return { size, isWhole: false }
    }
    return { size, isWhole: true }
  } catch {
    return { size, isWhole: false }
  }
}
