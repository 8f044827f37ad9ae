import { problemResponse } from '#kernel/http/problem-response.ts'
import { languageOf, type HttpContext } from '#kernel/http/read-call.ts'
import { asProblem } from '#kernel/operations/database-problem.ts'
import { Problem } from '#values/errors.ts'
import { fail } from '#values/errors.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in a path; what is no id names nothing. */
export const idIn = (c: HttpContext): string => {
  const id = c.req.param('id') ?? ''
  return uuid.test(id) ? id : fail('notFound')
}

/** Runs a handler of a route that streams; what it throws is said as anywhere else, our own mistakes go on to be logged. */
export async function answerWith(c: HttpContext, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    const problem = asProblem(error)
    if (problem === undefined || problem.status === 500) throw error
    return problemResponse(problem, c.get('requestId'), languageOf(c.req.raw.headers))
  }
}

/** The same for callers that want the problem itself. */
export const problemOf = (error: unknown): Problem => asProblem(error) ?? (() => { throw error })()
