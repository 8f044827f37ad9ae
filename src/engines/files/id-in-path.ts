import type { HttpContext } from '#kernel/http/read-call.ts'
import { fail } from '#values/errors.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id as somebody gave it; what is no id names nothing. */
export const readId = (given: string): string => (uuid.test(given) ? given : fail('notFound'))

/** The id in a path. */
export const idIn = (c: HttpContext): string => readId(c.req.param('id') ?? '')
