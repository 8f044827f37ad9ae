import type { IncomingMessage } from 'node:http'

/** Said once or not at all: of two, a proxy may go by one and we by the other. */
const single = new Set(['host', 'authorization', 'content-type', 'origin', 'idempotency-key'])

/** A name or an address and a port, nothing else: no user, no path, no list (RFC 9110 §7.2). */
const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** Visible ASCII without a fragment, and without the backslash that browsers turn into a slash (RFC 9112 §3.2). */
const targetForm = /^[!"$-[\]-~]+$/

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
  if (!hostForm.test(headers.host ?? '') || !targetForm.test(url)) return true
  return !url.startsWith('/') && hostOf(url) !== headers.host?.toLowerCase()
}

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)
