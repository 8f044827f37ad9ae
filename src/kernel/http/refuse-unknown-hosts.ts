import type { MiddlewareHandler } from 'hono'
import { Problem } from '#values/errors.ts'
import type { Config } from '../config.ts'
import { httpProblems } from './http-problems.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Answers only under the public address (and on loopback, while bound there): a made-up `Host` never reaches a link or a cache. */
export function refuseUnknownHosts(config: Pick<Config, 'publicUrl' | 'host'>): MiddlewareHandler {
  const own = new URL(config.publicUrl)
  // With or without the port that goes without saying: 443 of https.
  const isOwn = (host: string) => host === own.host || new URL(`${own.protocol}//${host}`).host === own.host
  const local = loopback.test(config.host) || config.host === '::1'
  return async (c, next) => {
    const host = new URL(c.req.url).host
    if (isOwn(host) || (local && loopback.test(host))) return next()
    throw new Problem('unknownHost', httpProblems.unknownHost)
  }
}
