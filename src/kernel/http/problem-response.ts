import { Problem, problems } from '#values/errors.ts'
import type { Language } from '#values/words.ts'
import type { Log } from '../log.ts'
import { asProblem, isMachineFailing } from '../operations/database-problem.ts'
import { languageOf, tellLanguage } from './language.ts'
import type { HttpContext } from './read-call.ts'
import { tellAllowance } from './tell-allowance.ts'

/** RFC 9457 body of a problem: both languages, the caller's first; never a stack or an internal message. */
export function problemBody(problem: Problem, requestId: string, language: Language) {
  return {
    type: `urn:lien-thong:problem:${problem.code}`,
    title: problem.words[language],
    status: problem.status,
    code: problem.code,
    requestId,
    words: problem.words,
    ...(problem.places.length > 0 ? { places: problem.places } : {}),
  }
}

export const problemType = 'application/problem+json; charset=utf-8'

export function problemResponse(problem: Problem, requestId: string, language: Language): Response {
  const headers = new Headers({ 'Content-Type': problemType })
  tellLanguage(headers, language)
  if (problem.retryAfterSeconds !== undefined) headers.set('Retry-After', String(problem.retryAfterSeconds))
  if (problem.allowance !== undefined) tellAllowance(headers, problem.allowance)
  return new Response(JSON.stringify(problemBody(problem, requestId, language)), { status: problem.status, headers })
}

/**
 * Answers what any route threw: its problem in words, anything else as a failure of ours without a detail. A database that is away
 * is busy, not a mistake, and only warned of; a disk that fails somebody must look at.
 */
export function answerError(log: Log, error: unknown, c: HttpContext): Response {
  const problem = asProblem(error) ?? new Problem('internal', problems.internal)
  const requestId = c.get('requestId')
  // Whoever went away in the middle of a request reads no answer.
  if (c.req.raw.signal.aborted) log.debug({ requestId }, 'the caller went away')
  else if (problem.code === 'internal' || isMachineFailing(error))
    log.error({ err: error, requestId }, 'request failed')
  else if (problem.status >= 500) log.warn({ err: error, requestId }, 'not possible now')
  return problemResponse(problem, requestId, languageOf(c.req.raw))
}
