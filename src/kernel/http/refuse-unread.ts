import { RequestError } from '@hono/node-server'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem, problems } from '#values/errors.ts'
import { problemResponse } from './problem-response.ts'
import { newRequestId } from './read-call.ts'
import { protect } from './security-headers.ts'

/** What is said of requests that no route sees, because they are none. */
const refusals = {
  malformedRequest: {
    status: 400,
    message: { vi: 'Yêu cầu không đúng quy cách HTTP.', en: 'The request is not well-formed HTTP.' },
  },
  requestTimeout: {
    status: 408,
    message: { vi: 'Yêu cầu gửi lên quá chậm.', en: 'The request came in too slowly.' },
  },
  expectationFailed: {
    status: 417,
    message: {
      vi: 'Không đáp ứng được điều tiêu đề Expect đòi.',
      en: 'What the Expect header asks for cannot be met.',
    },
  },
  tooManyConnections: {
    status: 429,
    message: {
      vi: 'Có quá nhiều kết nối cùng lúc từ mạng này. Xin thử lại sau ít phút.',
      en: 'There are too many connections from this network at once. Try again in a few minutes.',
    },
  },
  headersTooLarge: {
    status: 431,
    message: { vi: 'Phần tiêu đề của yêu cầu quá dài.', en: 'The headers of the request are too long.' },
  },
} as const

const problemOf = (code: keyof typeof refusals) => new Problem(code, refusals[code])

/** How Node's parser names what it refuses; everything else is malformed. */
const byParserCode: Readonly<Record<string, keyof typeof refusals>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
}

/** Answers to what no route sees; `isSecure` where the public address is https. */
export function refusalsOf(isSecure: boolean) {
  /** An answer with everything on it that an answer of a route has. */
  function responseTo(problem: Problem): Response {
    const requestId = newRequestId()
    const response = problemResponse(problem, requestId, 'vi')
    response.headers.set('X-Request-Id', requestId)
    protect(response.headers, isSecure)
    return response
  }

  /** Says it on a bare line, and ends that. */
  async function endWith(line: Duplex, problem: Problem): Promise<void> {
    const response = responseTo(problem)
    const body = await response.text()
    response.headers.set('Content-Length', String(Buffer.byteLength(body)))
    response.headers.set('Connection', 'close')
    const head = [...response.headers].map(([name, value]) => `${name}: ${value}`)
    const status = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`
    line.end([status, ...head, '', body].join('\r\n'), () => line.destroy())
  }

  return {
    /** To a target or a host that is none; anything else that no route saw is a failure of ours. */
    target: (error: unknown): Response =>
      responseTo(
        error instanceof RequestError ? problemOf('malformedRequest') : new Problem('internal', problems.internal),
      ),
    ambiguous: (): Response => responseTo(problemOf('malformedRequest')),
    expectation: (): Response => responseTo(problemOf('expectationFailed')),
    /** Says on a bare line what its parser refused, and ends it. */
    unparsed: (line: Duplex, parserCode: string | undefined): Promise<void> =>
      endWith(line, problemOf(byParserCode[parserCode ?? ''] ?? 'malformedRequest')),
    /** Ends a line before anything is read from it: there are too many from there. */
    line: (line: Duplex): Promise<void> => endWith(line, problemOf('tooManyConnections')),
  }
}
