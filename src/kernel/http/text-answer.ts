import { gzipSync } from 'node:zlib'
import type { Glance } from './glance.ts'
import { responseOf, type ReadyAnswer } from './ready-answer.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Shorter text fits one packet as it is. */
const squeezedFrom = 1024

const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/i

/** An answer whose whole text is known: with its length, gzipped for whoever takes that. `squeezed`: the same text gzipped, if it is at hand. */
export function readyText(
  request: Glance,
  text: string | Bytes,
  status: number,
  headers: Headers,
  squeezed: (text: string | Bytes) => Bytes = squeeze,
): ReadyAnswer {
  if (text.length < squeezedFrom) return { status, headers, body: text }
  headers.append('Vary', 'Accept-Encoding')
  if (!takesGzip.test(request.headers.get('accept-encoding') ?? '')) return { status, headers, body: text }
  headers.set('Content-Encoding', 'gzip')
  return { status, headers, body: squeezed(text) }
}

/** In one piece and without streams, which cost more than most of our answers. */
export const textAnswer = (...given: Parameters<typeof readyText>): Response => responseOf(readyText(...given))

export const squeeze = (text: string | Bytes): Bytes => new Uint8Array(gzipSync(text, { level: 4 }))
