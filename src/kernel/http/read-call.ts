import type { HttpBindings } from '@hono/node-server'
import { randomUUIDv7 } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { plainAddress } from '#values/network.ts'
import { tidy } from '#values/text.ts'
import type { Call } from '../operations/context.ts'
import { readToken, type Authenticate } from './authenticate.ts'
import type { ReadHeaders } from './glance.ts'
import { languageOf } from './language.ts'

export interface CallReaderParts {
  readonly authenticate: Authenticate
  readonly publicUrl: string
  readonly trustedProxies: readonly string[]
}

export type HttpContext = HonoContext<{ Bindings: HttpBindings; Variables: { requestId: string } }>

/** Turns a request into a call: who, in which language, under which request id and idempotency key. */
export async function readCall(parts: CallReaderParts, c: HttpContext): Promise<Call> {
  const { headers } = c.req.raw
  const address = addressOf(peerOf(c), headers, parts.trustedProxies)
  return {
    actor: await parts.authenticate({ token: readToken(headers, parts.publicUrl), address }),
    language: languageOf(c.req.raw),
    requestId: c.get('requestId'),
    idempotencyKey: headers.get('idempotency-key') ?? undefined,
    purpose: readPurpose(headers),
    address,
  }
}

export const newRequestId = (): string => randomUUIDv7()

/** The address at the other end of the connection; empty without one. */
export const peerOf = (c: HttpContext): string => c.env?.incoming?.socket.remoteAddress ?? ''

/** The caller's address: the connection's, or the last hop that a trusted proxy reports. */
export function addressOf(end: string, headers: ReadHeaders, trusted: readonly string[]): string {
  const peer = plainAddress(end)
  const reported = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return trusted.includes(peer) && reported ? reported : peer
}

/** The stated purpose, percent-encoded as headers hold ASCII only; one line. What cannot be decoded is kept as it came. */
function readPurpose(headers: Headers): string | undefined {
  const text = headers.get('x-purpose')?.slice(0, 3000)
  if (text === undefined) return undefined
  try {
    return tidy(decodeURIComponent(text)).slice(0, 300)
  } catch {
    return tidy(text).slice(0, 300)
  }
}
