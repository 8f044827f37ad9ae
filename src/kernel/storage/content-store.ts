import type { Readable } from 'node:stream'
import { Problem, problems } from '#values/errors.ts'

/** Bytes to be stored: a stream, bytes at hand, or the path of a file, which stays where it is. */
export type ContentSource = AsyncIterable<Uint8Array> | Uint8Array | string

export interface StoredContent {
  /** Lower-case hexadecimal; the name under which it is found. */
  readonly sha256: string
  readonly size: number
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Keeps immutable content under its own digest: the same bytes are stored once, and what is stored never changes. */
export interface ContentStore {
  /** Answers when the content would survive a power cut. Out of space: `storageFull` (507), and nothing half-written stays. */
  put(source: ContentSource): Promise<StoredContent>
  /** Throws when there is no such content: rows name only what was stored before them, so that is our own mistake. */
  open(sha256: string, range?: ByteRange): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Without effect when it is not there. */
  delete(sha256: string): Promise<void>
  /** Everything whose digest begins with these two digits, for finding what nobody names any more. */
  list(prefix: string): AsyncIterable<{ readonly sha256: string; readonly storedAt: Date }>
  /** Removes what writers left that were killed before this instant. */
  tidy(before: Date): Promise<void>
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export const storageFull = (cause: unknown): Problem =>
  new Problem('storageFull', problems.storageFull, { cause, retryAfterSeconds: 60 })

/** What a failed write means: a full disk is said as such, anything else stays what it was. */
export function asStorageProblem(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && full.has(code) ? storageFull(error) : error
}

const digest = /^[0-9a-f]{64}$/

/** `aa/bb/sha256`: two levels keep folders small. Refuses anything that is not a digest, so no path is ever made of a name. */
export function placeOf(sha256: string): string {
  if (!digest.test(sha256)) throw new Error('not a SHA-256 digest')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
