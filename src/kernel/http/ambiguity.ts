import type { IncomingMessage } from 'node:http'

/** Said once or not at all: of two, a proxy may go by one and we by the other. */
const single = new Set(['host', 'authorization', 'content-type', 'origin', 'idempotency-key'])

/**
 * What a proxy before us could read otherwise than we do, in a request that Node's parser lets pass; undefined = nothing. Such requests are
 * how one request is smuggled in another, or a page of one host put into the cache of another.
 */
export function ambiguityOf(incoming: IncomingMessage): string | undefined {
  const { headers, rawHeaders, httpVersion, url = '' } = incoming
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'version'
  const said = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase()
    if (single.has(name) && said.has(name)) return name
    said.add(name)
  }
  const coding = headers['transfer-encoding']
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || httpVersion === '1.0')) return 'transfer-encoding'
  if (headers.host === '') return 'host'
  return url.startsWith('/') || hostOf(url) === headers.host?.toLowerCase() ? undefined : 'target'
}

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)
