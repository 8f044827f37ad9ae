import type { Actor } from '../operations/actor.ts'
import { cookieIn, writeCookie } from './cookie.ts'
import type { ReadHeaders } from './glance.ts'

/** Finds out who calls; given by the identity engine. Never throws for a stranger: that is `nobody`. */
export type Authenticate = (credentials: Credentials) => Promise<Actor>

export interface Credentials {
  /** The session cookie's or the bearer token's value. */
  readonly token: string | undefined
  readonly address: string
}

/** `__Host-` binds the cookie to this host and https; plain-http installations cannot have it. */
export const sessionCookie = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-session' : 'session'

/** The `Set-Cookie` value that starts or (without a token) ends a session in the browser. */
export function writeSessionCookie(publicUrl: string, token: string | undefined, maxAgeSeconds = 0): string {
  return writeCookie(publicUrl, sessionCookie(publicUrl), token ?? '', token ? maxAgeSeconds : 0)
}

/** The bearer token of a program; no page of another site can have a browser send one. */
export const readBearer = (headers: ReadHeaders): string | undefined =>
  /^Bearer ([\w-]{20,200})$/.exec(headers.get('authorization') ?? '')?.[1]

/** The token of a session, as a browser keeps it; what programs prove themselves with has another length, and opens nothing here. */
export function readSessionCookie(headers: ReadHeaders, publicUrl: string): string | undefined {
  const kept = cookieIn(headers, sessionCookie(publicUrl))
  return kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : undefined
}

/** The token of a request: bearer first, else the cookie. */
export const readToken = (headers: ReadHeaders, publicUrl: string): string | undefined =>
  readBearer(headers) ?? readSessionCookie(headers, publicUrl)
