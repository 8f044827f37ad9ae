import type { MiddlewareHandler } from 'hono'
import type { Urgency } from '#values/urgency.ts'
import { readToken, type Authenticate } from '../http/authenticate.ts'
import type { Glance } from '../http/glance.ts'
import { addressOf, peerOf, type HttpContext } from '../http/read-call.ts'
import { responseOf, type ReadyAnswer } from '../http/ready-answer.ts'
import { createCallers } from './callers.ts'
import type { FindUrgency } from './find-urgency.ts'
import { createGate, type Asker, type Gate, type Shed, type ShedReason } from './gate.ts'
import { createGathering } from './gather-body.ts'
import { shedAnswer } from './shed-answer.ts'

/** Uploads under way in one process: they wait for their senders, not for the database. */
const mostUploads = 64

export interface AdmissionParts {
  /** Requests that are worked on at once. */
  readonly places: number
  readonly findUrgency: FindUrgency
  readonly publicUrl: string
  readonly trustedProxies: readonly string[]
  readonly leastServed?: () => Urgency
  /** Told of everyone who was let in, after how many seconds. */
  readonly onAdmitted?: (urgency: Urgency, seconds: number) => void
  readonly onShed?: (urgency: Urgency, reason: ShedReason) => void
  /** What may be said instead of turning a request away: a copy of a page, say. */
  readonly instead?: (request: Glance) => ReadyAnswer | undefined
}

export interface Admission {
  readonly middleware: MiddlewareHandler
  /** What is answered to whom there is no room for, before they have sent a body; the address is that of the other end of the connection. */
  turnAway(request: Glance, end: string, requestId: string): ReadyAnswer | undefined
  readonly gates: Readonly<Record<'requests' | 'uploads', Gate>>
  /** Learns from whoever is recognised whom their next requests count for. */
  learning(authenticate: Authenticate): Authenticate
  isUpload(method: string, path: string): boolean
}

/** Lets requests in, so many at once, before anything of them reaches the database; turns away at once who would wait too long. */
export function createAdmission(parts: AdmissionParts): Admission {
  const { leastServed, findUrgency } = parts
  const requests = createGate({ places: parts.places, ...(leastServed && { leastServed }) })
  const uploads = createGate({ places: mostUploads })
  const callers = createCallers()
  const gathering = createGathering()

  function findAsker(request: Glance, end: string): { readonly asker: Asker; readonly isUpload: boolean } {
    const {
      urgency,
      patienceMs,
      uploads: isUpload = false,
    } = findUrgency(request.method, new URL(request.url).pathname)
    const address = addressOf(end, request.headers, parts.trustedProxies)
    const keys = callers.keysOf(readToken(request.headers, parts.publicUrl), address, urgency)
    return { asker: { urgency, keys, patienceMs }, isUpload }
  }

  function tell(request: Glance, shed: Shed, requestId: string): ReadyAnswer {
    parts.onShed?.(shed.urgency, shed.reason)
    return parts.instead?.(request) ?? shedAnswer(request, requestId, shed)
  }

  return {
    gates: { requests, uploads },
    turnAway(request, end, requestId) {
      const { asker, isUpload } = findAsker(request, end)
      const shed = isUpload ? undefined : requests.check(asker)
      return shed && tell(request, shed, requestId)
    },
    isUpload: (method, path) => findUrgency(method, path).uploads === true,
    learning: (authenticate) => async (credentials) => {
      const actor = await authenticate(credentials)
      if (credentials.token !== undefined) callers.note(credentials.token, actor)
      return actor
    },
    middleware: async (c, next) => {
      const context = c as HttpContext
      const { asker, isUpload } = findAsker(c.req.raw, peerOf(context))
      const { urgency } = asker
      const answer = (shed: Shed) => responseOf(tell(c.req.raw, shed, context.get('requestId')))
      const gate = isUpload ? uploads : requests
      if (!isUpload) {
        // Nobody holds a place while sending; that nobody sends a body to be turned away, `turnAway` saw to.
        const gathered = await gathering.gather(c.req.raw)
        if (gathered === undefined) return answer({ urgency, reason: 'overload' })
        c.req.raw = gathered
      }
      const ready = performance.now()
      const leave = await gate.enter(asker)
      if (typeof leave !== 'function') return answer(leave)
      parts.onAdmitted?.(urgency, (performance.now() - ready) / 1000)
      try {
        return await next()
      } finally {
        leave()
      }
    },
  }
}
