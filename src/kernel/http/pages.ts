import { randomBytes } from 'node:crypto'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Call } from '../operations/context.ts'
import type { Api } from './api.ts'
import { drawnPage, pageContext } from './page-context.ts'
import { postedKey } from './posted-key.ts'
import type { HttpContext } from './read-call.ts'
import { pagePolicy } from './security-headers.ts'

/** Renders pages of the built web shell; forms post back to the page they stand on. */
export function createPages(build: ServerBuild, api: Api, publicUrl: string) {
  const handle = createRequestHandler(build, 'production')
  return async (c: HttpContext, call: Call): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const request = ownRequest(c.req.raw, publicUrl)
    const context = new RouterContextProvider()
    context.set(drawnPage, {})
    context.set(pageContext, {
      call,
      nonce,
      language: call.language,
      publicUrl,
      client: api.client({ ...call, idempotencyKey: await postedKey(request) }),
    })
    const response = await handle(request, context)
    // A resource route, a framed PDF say, may bring its own.
    if (!response.headers.has('Content-Security-Policy'))
      response.headers.set('Content-Security-Policy', pagePolicy(nonce))
    return response
  }
}

/**
 * Behind TLS termination the request's own URL says `http:`; React Router compares it with `Origin` and would refuse every
 * form. The scheme and host of the public address are put back when the proxy passed the host on.
 */
function ownRequest(request: Request, publicUrl: string): Request {
  const url = new URL(request.url)
  const own = new URL(publicUrl)
  if (url.host !== own.host || url.protocol === own.protocol) return request
  url.protocol = own.protocol
  return new Request(url, request)
}
