import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readBearer } from './authenticate.ts'
import { cookieIn, writeCookie, yearSeconds } from './cookie.ts'

/**
 * The forms of one browser: a page of another site neither reads the browser's secret nor the token that a form of ours carries
 * (signed double submit, OWASP CSRF prevention). The secret outlives sessions: whoever signs in again beside a form can still send it.
 */
export interface BrowserForms {
  /** For the hidden field of the forms on a page; its first use may give the browser a secret. */
  token(): string
  /** Whether a form was drawn for this browser. Programs, which show a bearer token, have no forms. */
  areOwn(token: string | null | undefined): boolean
  /** The `Set-Cookie` of a secret that was given just now. */
  cookie(): string | undefined
}

/** `__Host-` keeps neighbours of the host from putting a secret of theirs there. */
const nameAt = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-form' : 'form')

export function formsOf(headers: Headers, publicUrl: string): BrowserForms {
  const name = nameAt(publicUrl)
  const kept = cookieIn(headers, name)
  const known = kept !== undefined && /^[\w-]{32}$/.test(kept) ? kept : undefined
  let given: string | undefined
  return {
    token() {
      const secret = known ?? (given ??= randomBytes(24).toString('base64url'))
      const salt = randomBytes(9).toString('base64url')
      return `${salt}.${sign(secret, salt)}`
    },
    areOwn(token) {
      if (readBearer(headers) !== undefined) return true
      const [salt, signature] = token?.split('.', 2) ?? []
      if (known === undefined || salt === undefined || signature === undefined) return false
      const right = Buffer.from(sign(known, salt))
      const shown = Buffer.from(signature)
      return shown.length === right.length && timingSafeEqual(shown, right)
    },
    cookie: () => given && writeCookie(publicUrl, name, given, yearSeconds),
  }
}

/** Salted, so that a packed page never holds the same token twice (BREACH). */
const sign = (secret: string, salt: string): string => createHmac('sha256', secret).update(salt).digest('base64url')
