import type { MiddlewareHandler } from 'hono'

/**
 * Headers on every answer (ASVS V3.4). A page brings a policy with the nonce of its scripts; no `unsafe-inline` anywhere.
 * `Strict-Transport-Security` only where the public address is https, or plain-http demos would lock themselves out.
 */
export function protect(headers: Headers, isSecure: boolean): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'geolocation=(), microphone=(), camera=(self)')
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', withoutNonce)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
}

/** Whether the platform is called by https. */
export const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

export const securityHeaders =
  (isSecure: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next()
    protect(c.res.headers, isSecure)
  }

const policy = (inline: string, trusted = `'none'`) =>
  [
    `default-src 'self'`,
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `frame-src 'self' blob:`,
    // No text becomes markup or script in the browser: nothing of ours or of our libraries asks for it.
    `require-trusted-types-for 'script'`,
    `trusted-types ${trusted}`,
  ].join('; ')

const withoutNonce = policy('')

/**
 * The policy of a page whose inline scripts and styles carry this nonce. `trusted` names what the page may take for the address of a script:
 * a service worker is one, and no page but its own says so.
 */
export const pagePolicy = (nonce: string, trusted?: string): string => policy(` 'nonce-${nonce}'`, trusted)

const nothing = ['script', 'connect', 'font', 'media', 'worker', 'frame', 'manifest'].map(
  (kind) => `${kind}-src 'none'`,
)

/**
 * The policy of a picture or PDF that a browser shows by itself: it loads nothing, sends nothing and is framed by us only. Viewers
 * style themselves inline, so nothing is said of styles: there is no markup of others that could bring any.
 */
export const shownPolicy = (...more: readonly string[]): string =>
  [...nothing, ...more, `base-uri 'none'`, `form-action 'none'`, `frame-ancestors 'self'`].join('; ')

/**
 * Of a PDF; objects are those of the viewers. Chromium 155 shows it in a frame even under `sandbox`, older ones show a grey page
 * then: officials have old machines, so `sandbox` is left out.
 */
export const pdfPolicy = shownPolicy(`object-src 'self'`, `img-src 'self' data: blob:`)
