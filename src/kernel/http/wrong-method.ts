import { Problem } from '#values/errors.ts'
import { httpProblems } from './http-problems.ts'
import { languageOf } from './language.ts'
import { problemResponse } from './problem-response.ts'
import type { HttpContext } from './read-call.ts'

/** 405, and by which methods it may be asked. */
export function wrongMethod(c: HttpContext, methods: readonly string[]): Response {
  const problem = new Problem('methodNotAllowed', httpProblems.methodNotAllowed)
  const answer = problemResponse(problem, c.get('requestId'), languageOf(c.req.raw))
  answer.headers.set('Allow', methods.join(', '))
  return answer
}
