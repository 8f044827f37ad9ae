import { problemResponse } from '#kernel/http/problem-response.ts'
import { languageOf, type HttpContext } from '#kernel/http/read-call.ts'
import type { Log } from '#kernel/log.ts'
import { asProblem } from '#kernel/operations/database-problem.ts'
import { fail } from '#values/errors.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in a path; what is no id names nothing. */
export const idIn = (c: HttpContext): string => {
  const id = c.req.param('id') ?? ''
  return uuid.test(id) ? id : fail('notFound')
}

/** Runs a handler of a route that streams, and says what it throws as operations do: a database that is away is busy, not a mistake. */
export async function answerWith(c: HttpContext, log: Log, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    const problem = asProblem(error)
    if (problem === undefined) throw error
    const requestId = c.get('requestId')
    if (problem.status >= 500) log.warn({ err: error, requestId }, 'not possible now')
    return problemResponse(problem, requestId, languageOf(c.req.raw.headers))
  }
}
