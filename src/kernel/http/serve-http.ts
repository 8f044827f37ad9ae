import { getRequestListener } from '@hono/node-server'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { isAmbiguous } from './ambiguity.ts'
import { holdLeastRate, usualRate, type LeastRate } from './least-rate.ts'
import { limitConnections, type ConnectionLimit } from './limit-connections.ts'
import { refusalsOf } from './refuse-unread.ts'
import type { TurnAway } from './turn-away.ts'

/**
 * Slow clients are bounded: headers in 15 s, a whole request in 5 minutes (an upload's chunk on a thin line), and of a body that
 * comes so much in every window (`least-rate.ts`).
 */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  // Refused by us, in words and with the headers of every answer.
  requireHostHeader: false,
}

/** Requests under way get this long to end when the server stops. */
const longestMs = 20_000

/** The open connections of a server: it knows itself of those only on which something was said. */
const openLines = new WeakMap<Server, Set<Socket>>()

/** What a server holds its clients to; `isSecure` where the public address is https. */
export interface Listening {
  readonly isSecure?: boolean
  readonly connections?: ConnectionLimit
  readonly rate?: LeastRate
  readonly turnAway?: TurnAway
}

type Fetch = (request: Request, env: never) => Response | Promise<Response>

/**
 * Answers HTTP at a port; 0 = one that the system chooses. What a proxy could read otherwise than we do is refused before
 * anything else looks at it.
 */
export function listenOn(
  fetch: Fetch,
  host: string,
  port: number,
  { isSecure = false, connections, rate = usualRate, turnAway = () => false }: Listening = {},
): Promise<Server> {
  const refusals = refusalsOf(isSecure)
  const listener = (answer: Fetch) =>
    getRequestListener(answer as never, { hostname: host, errorHandler: refusals.target })
  const serve = listener(fetch)
  const refuse = listener(refusals.ambiguous)
  const expectNothing = listener(refusals.expectation)
  const ended = new WeakSet<Socket>()
  const answering = new WeakMap<Duplex, ServerResponse>()
  const server = createServer(limits, (incoming, outgoing) => {
    if (ended.has(incoming.socket)) return
    answering.set(incoming.socket, outgoing)
    const isRefused = isAmbiguous(incoming)
    // HTTP/1.0 has no length that both sides must agree on: what follows on the line could be a part of this request.
    if (isRefused || incoming.httpVersion === '1.0') {
      ended.add(incoming.socket)
      outgoing.shouldKeepAlive = false
    }
    if (isRefused) void refuse(incoming, outgoing)
    else if (!turnAway(incoming, outgoing)) void serve(incoming, outgoing)
  })
  if (connections) {
    limitConnections(server, connections, (line) => {
      ended.add(line)
      void refusals.line(line)
    })
  }
  const cut = (line: Duplex, code: string | undefined) => {
    const before = answering.get(line)
    // Words in the middle of an answer would pass for a part of it.
    const isFree = before === undefined || before.writableFinished || !before.headersSent
    if (line.writable && isFree && code !== 'ECONNRESET') void refusals.unparsed(line, code)
    else line.destroy()
  }
  holdLeastRate(server, rate, ({ socket }) => cut(socket, 'ERR_HTTP_REQUEST_TIMEOUT'))
  const lines = new Set<Socket>()
  openLines.set(server, lines)
  server.on('connection', (line) => void lines.add(line.once('close', () => lines.delete(line))))
  server.on('checkExpectation', (incoming, outgoing) => void expectNothing(incoming, outgoing))
  server.on('clientError', ({ code }: NodeJS.ErrnoException, line) => cut(line, code))
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, () => resolve(server))
  })
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
    // A request that began before the notice leaves its line open behind the answer; browsers open lines ahead and say nothing.
    const idle = setInterval(() => {
      server.closeIdleConnections()
      for (const line of openLines.get(server) ?? []) if (line.bytesRead === 0) line.destroy()
    }, 100)
    const late = setTimeout(() => {
      isWhole = false
      server.closeAllConnections()
    }, longestMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve(isWhole)
    })
  })
}
