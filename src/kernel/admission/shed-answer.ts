import { createHash } from 'node:crypto'
import type { ProblemKind } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { Glance } from '../http/glance.ts'
import { languageOf } from '../http/language.ts'
import { readyProblem } from '../http/problem-response.ts'
import type { ReadyAnswer } from '../http/ready-answer.ts'
import type { Shed } from './gate.ts'
import { shares } from './shares.ts'

export const shedProblems = {
  overloaded: {
    status: 503,
    message: {
      vi: 'Hệ thống đang quá đông người dùng nên yêu cầu này chưa được thực hiện. Chưa có gì được gửi đi hay ghi lại. Xin thử lại sau ít giây.',
      en: 'Too many people use the system right now, so this was not done. Nothing was sent or recorded. Try again in a few seconds.',
    },
  },
  tooManyAtOnce: {
    status: 429,
    message: {
      vi: 'Tài khoản hoặc mạng này gửi quá nhiều yêu cầu cùng lúc nên yêu cầu này chưa được thực hiện. Xin thử lại sau ít giây.',
      en: 'This account or network asks for too much at once, so this was not done. Try again in a few seconds.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** Seconds until one should come again: spread, so that those who were turned away together do not come back together. */
export const comeAgainAfter = ({ urgency }: Shed, random: () => number): number =>
  Math.ceil(shares[urgency].comeAgainSeconds * (1 + 2 * random()))

/** What whoever was turned away is told: programs as a problem, browsers on a page. */
export function shedAnswer(request: Glance, requestId: string, shed: Shed, random = Math.random): ReadyAnswer {
  const seconds = comeAgainAfter(shed, random)
  const isOwn = shed.reason === 'own'
  const code = isOwn ? 'tooManyAtOnce' : 'overloaded'
  const { status, message } = shedProblems[code]
  const language = languageOf(request)
  const answer = readyProblem(
    {
      code,
      status,
      words: message,
      retryAfterSeconds: seconds,
      ...(isOwn && { allowance: { limit: 1, remaining: 0, resetSeconds: seconds } }),
    },
    requestId,
    language,
  )
  // For the edge, which then turns away more of this kind itself, and tells nobody.
  if (!isOwn) answer.headers.set('X-Turned-Away', shed.reason)
  if (!isBrowser(request)) return answer
  const { headers } = answer
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policy)
  return { status, headers, body: page(message, language, seconds, request.method === 'GET') }
}

const isBrowser = ({ url, headers }: Glance): boolean =>
  headers.get('accept')?.includes('text/html') === true && !new URL(url).pathname.startsWith('/api/')

const words = {
  title: { vi: 'Hệ thống đang bận', en: 'The system is busy' },
  reloads: {
    vi: 'Trang này tự tải lại sau {seconds} giây. Xin đừng bấm liên tục.',
    en: 'This page loads again by itself in {seconds} seconds. Please do not press reload again and again.',
  },
  sendAgain: {
    vi: 'Xin chờ {seconds} giây, bấm Quay lại trên trình duyệt rồi gửi lại. Chưa thấy mã hồ sơ thì hồ sơ chưa được nộp.',
    en: 'Wait {seconds} seconds, go back in the browser and send it again. Without a dossier code nothing was filed.',
  },
} as const satisfies Record<string, Words>

const style =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}h1{font-size:1.5rem}'

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Drawn from nothing but these words: what turns people away must cost next to nothing. */
function page(why: Words, language: Language, seconds: number, reloads: boolean): string {
  const text = (one: Words) => say(fill(one, { seconds }), language)
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    reloads ? `<meta http-equiv="refresh" content="${seconds}">` : '',
    `<title>${text(words.title)}</title><style>${style}</style></head><body><main><h1>${text(words.title)}</h1>`,
    `<p>${text(why)}</p><p>${text(reloads ? words.reloads : words.sendAgain)}</p></main></body></html>`,
  ].join('')
}
