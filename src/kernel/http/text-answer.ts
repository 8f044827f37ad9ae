import { gzipSync } from 'node:zlib'

/** Shorter text fits one packet as it is. */
const squeezedFrom = 1024

const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/i

/**
 * An answer whose whole text is known: with its length, gzipped for whoever takes that. In one piece and without streams, which cost
 * more than most of our answers. `squeezed`: the same text gzipped, if it is at hand.
 */
export function textAnswer(
  request: Request,
  text: string,
  status: number,
  headers: Headers,
  squeezed?: Uint8Array<ArrayBuffer>,
): Response {
  if (text.length < squeezedFrom) return new Response(text, { status, headers })
  headers.append('Vary', 'Accept-Encoding')
  if (!takesGzip.test(request.headers.get('accept-encoding') ?? '')) return new Response(text, { status, headers })
  headers.set('Content-Encoding', 'gzip')
  return new Response(squeezed ?? squeeze(text), { status, headers })
}

export const squeeze = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text, { level: 4 }))
