import type { Problem } from '#values/errors.ts'
import type { Language } from '#values/words.ts'

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
  if (problem.retryAfterSeconds !== undefined) headers.set('Retry-After', String(problem.retryAfterSeconds))
  return new Response(JSON.stringify(problemBody(problem, requestId, language)), { status: problem.status, headers })
}
