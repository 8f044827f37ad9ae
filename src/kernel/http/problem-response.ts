import { Problem, problems } from '#values/errors.ts'
import type { Language } from '#values/words.ts'
import type { Log } from '../log.ts'
import { asProblem, isMachineFailing } from '../operations/database-problem.ts'
import { languageOf, tellLanguage } from './language.ts'
import type { HttpContext } from './read-call.ts'
import { responseOf, type ReadyAnswer } from './ready-answer.ts'
import { tellAllowance } from './tell-allowance.ts'

/** What is told of a problem; who tells thousands a second makes no error of it, with its stack. */
export type ToldProblem = Pick<Problem, 'code' | 'status' | 'words'> &
  Partial<Pick<Problem, 'places' | 'retryAfterSeconds' | 'allowance'>>

/** RFC 9457 body of a problem: both languages, the caller's first; never a stack or an internal message. */
export function problemBody(problem: ToldProblem, requestId: string, language: Language) {
  return {
    type: `urn:lien-thong:problem:${problem.code}`,
    title: problem.words[language],
    status: problem.status,
    code: problem.code,
    requestId,
    words: problem.words,
    ...(problem.places?.length ? { places: problem.places } : {}),
  }
}

export const problemType = 'application/problem+json; charset=utf-8'

export const problemResponse = (...given: Parameters<typeof readyProblem>): Response =>
  responseOf(readyProblem(...given))

export function readyProblem(problem: ToldProblem, requestId: string, language: Language): ReadyAnswer {
  const headers = new Headers({ 'Content-Type': problemType })
  tellLanguage(headers, language)
  if (problem.retryAfterSeconds !== undefined) headers.set('Retry-After', String(problem.retryAfterSeconds))
  if (problem.allowance !== undefined) tellAllowance(headers, problem.allowance)
  return { status: problem.status, headers, body: JSON.stringify(problemBody(problem, requestId, language)) }
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
