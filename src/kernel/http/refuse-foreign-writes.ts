import type { MiddlewareHandler } from 'hono'
import { Problem } from '#values/errors.ts'
import { httpProblems } from './http-problems.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that a page of another site sends with our cookie (CSRF, also login CSRF): the browser's `Sec-Fetch-Site`
 * must be ours, else `Origin` must equal the public address. Programs without cookies send neither and pass.
 */
export const refuseForeignWrites =
  (publicUrl: string): MiddlewareHandler =>
  async (c, next) => {
    if (safe.has(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const ours =
      site !== undefined
        ? site === 'same-origin' || site === 'none'
        : origin === undefined || isOwn(origin, publicUrl, c.req.url)
    if (ours) return next()
    throw new Problem('foreignOrigin', httpProblems.foreignOrigin)
  }

// A server bound to a port the system chose has no public address before it listens; its own URL then counts.
const isOwn = (origin: string, publicUrl: string, requestUrl: string): boolean =>
  origin === new URL(publicUrl).origin || origin === new URL(requestUrl).origin
