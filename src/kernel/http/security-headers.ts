import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/**
 * Headers on every answer (ASVS V3.4). Pages get a nonce for their scripts; no `unsafe-inline` anywhere.
 * `Strict-Transport-Security` only where the public address is https, or plain-http demos would lock themselves out.
 */
export const securityHeaders =
  (publicUrl: string): MiddlewareHandler<{ Variables: { nonce: string } }> =>
  async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { headers } = c.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'same-origin')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'geolocation=(), microphone=(), camera=(self)')
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy(nonce))
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    if (publicUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }

const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `frame-src 'self' blob:`,
  ].join('; ')
