import type { IncomingMessage } from 'node:http'

/** Said once or not at all: of two, a proxy may go by one and we by the other. */
const single = new Set(['host', 'authorization', 'content-type', 'origin', 'idempotency-key'])

/**
 * Whether a proxy before us could read a request otherwise than we do, though Node's parser lets it pass. Such requests are how
 * one request is smuggled in another, or a page of one host put into the cache of another.
 */
export function isAmbiguous({ headers, rawHeaders, httpVersion, url = '' }: IncomingMessage): boolean {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return true
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
  if (names.some((name, at) => single.has(name) && names.indexOf(name) < at)) return true
  const coding = headers['transfer-encoding']
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || httpVersion === '1.0')) return true
  if (!headers.host) return true
  return !url.startsWith('/') && hostOf(url) !== headers.host.toLowerCase()
}

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)
