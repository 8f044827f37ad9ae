import type { SmsGateway, SmsHttp } from '#kernel/sms-gateway.ts'
import { Resting } from '#kernel/outside/breaker.ts'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { putInto, sign, textAt, type Known } from './http-signature.ts'
import { createRest } from './rest.ts'
import type { Answer, SmsPart, SmsWay } from './sms-way.ts'
import { splitSms } from './split-sms.ts'

const answerMs = 30_000
const mostUnderWay = 10

/** What ended before anything was sent (RFC 793, DNS): the far side cannot have it. */
const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Short messages by the HTTP interface of a brand-name provider, called as it is configured. It cuts texts itself. */
export function createHttpWay({ url, from, http }: SmsGateway & { readonly http: SmsHttp }): SmsWay {
  const place = new URL(url)
  const user = decodeURIComponent(place.username)
  const password = decodeURIComponent(place.password)
  const number = (name: string) => Number(place.searchParams.get(name) ?? 0) || undefined
  const [window, rate] = [number('window') ?? mostUnderWay, number('rate')]
  for (const name of ['window', 'rate']) place.searchParams.delete(name)
  place.username = ''
  place.password = ''

  const rest = createRest()
  const breaker = breakerOf(place)

  const request = ({ smsId, phone, text }: SmsPart): RequestInit => {
    const coding = splitSms(text).encoding === 'ucs-2' ? '8' : '0'
    const known = { id: smsId, phone, text, from, user, password, coding }
    const signed = { ...known, signature: http.signature ? sign(http.signature, known, password) : '' }
    const fields = put(http.fields, signed)
    const isJson = http.body === 'json'
    return {
      method: 'POST',
      redirect: 'error',
      headers: {
        'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        ...put(http.headers, signed),
      },
      body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      signal: AbortSignal.timeout(answerMs),
    }
  }

  return {
    window,
    rate,
    cutsItself: true,
    isReady: () => Promise.resolve(rest.isOver() && breaker.isReady()),
    async handOver(part) {
      try {
        const answer = await judge(await breaker.ask(() => fetch(place, request(part))), http.answer, part)
        if (answer.is === 'taken') rest.forget()
        if (answer.is === 'later' && answer.isCrowded) rest.begin()
        return answer
      } catch (error) {
        if (error instanceof Resting) return { is: 'later', error: error.message, isCrowded: true }
        const cause = (error as { cause?: { code?: string } }).cause?.code ?? ''
        if (neverReached.has(cause)) return { is: 'later', error: cause, isCrowded: false }
        return { is: 'unsure', error: cause || (error as Error).message }
      }
    },
    close: () => Promise.resolve(),
  }
}

async function judge(response: Response, said: SmsHttp['answer'], { smsId }: SmsPart): Promise<Answer> {
  const error = `HTTP ${response.status}`
  if (response.status === 429 || response.status === 503) return { is: 'later', error, isCrowded: true }
  // A key that does not fit is ours to set right: no message is lost by it.
  if (response.status >= 400 && response.status < 500) return { is: 'later', error, isCrowded: false }
  if (!response.ok) return { is: 'unsure', error }
  const answer: unknown = await response.json()
  const code = textAt(answer, said.code)
  if (said.taken.includes(code))
    return { is: 'taken', centreId: (said.id && textAt(answer, said.id)) || `http-${smsId}` }
  if (said.later.includes(code)) return { is: 'later', error: `code ${code}`, isCrowded: false }
  return { is: 'refused', error: `code ${code}` }
}

const put = (fields: Known, known: Known): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, putInto(text, known)]))
