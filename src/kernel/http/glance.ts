import type { IncomingMessage } from 'node:http'

/** What the first lines of a request tell. A `Request` tells it, too. */
export interface Glance {
  readonly method: string
  /** Whole; which host it names is looked at elsewhere. */
  readonly url: string
  readonly headers: ReadHeaders
}

export type ReadHeaders = Pick<Headers, 'get'>

/** A glance at what Node has read, before a `Request` is made of it. */
export function glanceAt({ method = 'GET', url = '/', headers }: IncomingMessage): Glance {
  return {
    method,
    url: url.startsWith('/') ? `http://localhost${url}` : url,
    headers: { get: (name) => headers[name]?.toString() ?? null },
  }
}
