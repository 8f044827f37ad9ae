import type { MiddlewareHandler } from 'hono'
import type { Urgency } from '#values/urgency.ts'
import { readToken, type Authenticate } from '../http/authenticate.ts'
import { addressOf, type HttpContext } from '../http/read-call.ts'
import { createCallers } from './callers.ts'
import type { FindUrgency } from './find-urgency.ts'
import { createGate, type Gate, type Shed, type ShedReason } from './gate.ts'
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
  readonly instead?: (c: HttpContext) => Response | undefined
}

export interface Admission {
  readonly middleware: MiddlewareHandler
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

  const answer = (c: HttpContext, shed: Shed): Response => {
    parts.onShed?.(shed.urgency, shed.reason)
    return parts.instead?.(c) ?? shedAnswer(c.req.raw, c.get('requestId'), shed)
  }

  return {
    gates: { requests, uploads },
    isUpload: (method, path) => findUrgency(method, path).uploads === true,
    learning: (authenticate) => async (credentials) => {
      const actor = await authenticate(credentials)
      if (credentials.token !== undefined) callers.note(credentials.token, actor)
      return actor
    },
    middleware: async (c, next) => {
      const context = c as HttpContext
      const asked = findUrgency(c.req.method, c.req.path)
      const { urgency, patienceMs } = asked
      const token = readToken(c.req.raw.headers, parts.publicUrl)
      const keys = callers.keysOf(token, addressOf(context, parts.trustedProxies), urgency)
      const asker = { urgency, keys, patienceMs }
      const gate = asked.uploads ? uploads : requests
      if (!asked.uploads) {
        // Before and after its body: nobody sends one to be turned away, and nobody holds a place while sending.
        const shed = gate.check(asker)
        if (shed) return answer(context, shed)
        const gathered = await gathering.gather(c.req.raw)
        if (gathered === undefined) return answer(context, { urgency, reason: 'overload' })
        c.req.raw = gathered
      }
      const ready = performance.now()
      const leave = await gate.enter(asker)
      if (typeof leave !== 'function') return answer(context, leave)
      parts.onAdmitted?.(urgency, (performance.now() - ready) / 1000)
      try {
        return await next()
      } finally {
        leave()
      }
    },
  }
}
