import { getRequestListener, RequestError } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem, problems } from '#values/errors.ts'
import { isAmbiguous } from './ambiguity.ts'
import { problemResponse } from './problem-response.ts'
import { newRequestId } from './read-call.ts'

const malformedRequest = {
  status: 400,
  message: { vi: 'Yêu cầu không đúng quy cách HTTP.', en: 'The request is not well-formed HTTP.' },
} as const

/** Slow clients are bounded: headers in 15 s, a whole request in 5 minutes (an upload's chunk on a thin line). */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
}

/** Requests under way get this long to end when the server stops. */
const longestMs = 20_000

type Fetch = (request: Request, env: never) => Response | Promise<Response>

/**
 * Answers HTTP at a port; 0 = one that the system chooses. What a proxy could read otherwise than we do is refused before
 * anything else looks at it.
 */
export function listenOn(fetch: Fetch, host: string, port: number): Promise<Server> {
  const listener = (answer: Fetch) =>
    getRequestListener(answer as never, { hostname: host, errorHandler: (error) => refusal(error) })
  const serve = listener(fetch)
  const refuse = listener(() => refusal(new RequestError('ambiguous')))
  const ended = new WeakSet<Socket>()
  const server = createServer(limits, (incoming, outgoing) => {
    if (ended.has(incoming.socket)) return
    const isRefused = isAmbiguous(incoming)
    // HTTP/1.0 has no length that both sides must agree on: what follows on the line could be a part of this request.
    if (isRefused || incoming.httpVersion === '1.0') {
      ended.add(incoming.socket)
      outgoing.shouldKeepAlive = false
    }
    void (isRefused ? refuse : serve)(incoming, outgoing)
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

/** What no route saw: a target or a host that is none. */
function refusal(error: unknown): Response {
  const problem =
    error instanceof RequestError
      ? new Problem('malformedRequest', malformedRequest)
      : new Problem('internal', problems.internal)
  const requestId = newRequestId()
  const response = problemResponse(problem, requestId, 'vi')
  response.headers.set('X-Request-Id', requestId)
  response.headers.set('X-Content-Type-Options', 'nosniff')
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/**
 * Ends every line with its next answer, after the notice takes no more requests, and finishes those under way; false when some had to
 * be cut off after 20 s.
 */
export async function closeServer(server: Server, noticeMs = 0): Promise<boolean> {
  // Else a line that is always busy would never end, and one that is not would be closed under the next request.
  server.prependListener('request', (_incoming, outgoing) => (outgoing.shouldKeepAlive = false))
  await pause(noticeMs)
  return new Promise((resolve) => {
    let isWhole = true
    const late = setTimeout(() => {
      isWhole = false
      server.closeAllConnections()
    }, longestMs)
    server.close(() => {
      clearTimeout(late)
      resolve(isWhole)
    })
  })
}
