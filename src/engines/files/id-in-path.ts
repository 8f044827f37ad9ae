import type { HttpContext } from '#kernel/http/read-call.ts'
import { fail } from '#values/errors.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in a path; what is no id names nothing. */
export const idIn = (c: HttpContext): string => {
  const id = c.req.param('id') ?? ''
  return uuid.test(id) ? id : fail('notFound')
}
