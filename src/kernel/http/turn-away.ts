import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admission } from '../admission/admission.ts'
import type { Config } from '../config.ts'
import { glanceAt } from './glance.ts'
import type { NoteAnswer } from './note-answer.ts'
import { newRequestId } from './read-call.ts'
import { writeReady } from './ready-answer.ts'
import { isSecure, protect } from './security-headers.ts'

/** Answers whom there is no room for; false for everyone else. */
export type TurnAway = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/** What is always answered, as it needs nothing that could be short. */
const always = /^\/(?:livez$|readyz$|assets\/)/

/**
 * Turns away before a `Request` is made and walks through the routes: under load thousands a second are, and every one of them would
 * keep those waiting who were let in.
 */
export function createTurnAway(
  config: Config,
  admission: Pick<Admission, 'turnAway'>,
  noteAnswer: NoteAnswer,
): TurnAway {
  const secure = isSecure(config.publicUrl)
  return (incoming, outgoing) => {
    const started = performance.now()
    const glance = glanceAt(incoming)
    const { pathname: path } = new URL(glance.url)
    if (always.test(path)) return false
    const requestId = newRequestId()
    const answer = admission.turnAway(glance, incoming.socket.remoteAddress ?? '', requestId)
    if (answer === undefined) return false
    answer.headers.set('X-Request-Id', requestId)
    protect(answer.headers, secure)
    writeReady(outgoing, answer)
    noteAnswer({ requestId, method: glance.method, path, status: answer.status, started })
    return true
  }
}
