import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from './read-call.ts'

/** Refuses longer bodies. Counting one makes a stream of it, so only a body that does not declare its length is counted. */
export function limitBody(most: number, refuse: (c: HttpContext) => Response): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: most, onError: (c) => refuse(c as HttpContext) })
  return async (c, next) => {
    // Nothing reads the body of these.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const declared = c.req.header('content-length')
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
    // The parser of HTTP takes no more than was declared.
    return Number(declared) > most ? refuse(c as HttpContext) : next()
  }
}
