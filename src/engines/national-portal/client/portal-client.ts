import type { NationalPortal } from '#kernel/national-portal.ts'
import { breakerOf } from '#kernel/outside/breakers.ts'
import { readBounded } from '#kernel/http/read-bounded.ts'
import type { NationalProfile } from '../declare.ts'
import { PortalAway } from './portal-away.ts'
import { storable } from './storable.ts'

const mostBytes = 16 * 1024 * 1024
/** Several speak at once by one session: what ends early may be ended by another's call. */
const mostSessions = 5

type Fields = Readonly<Record<string, unknown>>

const isFields = (one: unknown): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one)

/** What it answers: a code, words, and what was asked for. */
export interface PortalAnswer {
  readonly code: string
  readonly words: string
  readonly result: readonly Fields[]
  readonly tookMs: number
}

export interface PortalClient {
  /** `madonvi` of the province. */
  readonly unit: string
  /** Asks one service as a unit (`madonvi`); signs in first, and again when the session is over. Throws `PortalAway`. */
  ask(service: string, unit: string | undefined, more: Fields): Promise<PortalAnswer>
}

/** Speaks with the data services of the national portal: one session a process, asked for when it is needed. */
export function createPortalClient(link: NationalPortal, profile: NationalProfile): PortalClient {
  let session: Promise<string> | undefined
  const breaker = breakerOf(link.url)

  const post = async (path: string, body: object): Promise<PortalAnswer & { readonly session?: unknown }> => {
    const started = performance.now()
    const answer = await breaker
      .ask(() =>
        fetch(link.url + path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify(body),
          redirect: 'manual',
          signal: AbortSignal.timeout(profile.timeoutSeconds * 1000),
        }),
      )
      .catch((error: unknown) => away('it cannot be reached in time', error))
    if (answer.status !== 200) return away(`it answered ${answer.status}`)
    const text = await readBounded(answer, mostBytes).catch((error: unknown) => away('its answer did not come', error))
    return { ...read(text.toString()), tookMs: Math.round(performance.now() - started) }
  }

  const signIn = async (): Promise<string> => {
    const {
      code,
      words,
      session: given,
    } = await post(profile.paths.login, {
      username: link.username,
      password: link.password,
    })
    if (!profile.answers.done.includes(code) || typeof given !== 'string')
      return away(`it does not let us sign in: ${code} ${words}`)
    return given
  }

  /** One sign-in for all who wait; one that failed is forgotten. */
  const openSession = (): Promise<string> => {
    session ??= signIn().catch((error: unknown) => {
      session = undefined
      throw error
    })
    return session
  }

  return {
    unit: link.unit,
    async ask(service, unit = link.unit, more) {
      for (let left = mostSessions; ; left -= 1) {
        const used = openSession()
        const answer = await post(profile.paths.services, { session: await used, madonvi: unit, service, ...more })
        if (!profile.answers.sessionOver.includes(answer.code)) return answer
        // Whoever else noticed may have asked for another one already.
        if (session === used) session = undefined
        if (left === 1) return away('it ends every session at once')
      }
    },
  }
}

function away(message: string, cause?: unknown): never {
  throw new PortalAway(message, cause)
}

/** `error_code` comes as a number at sign-in and as text elsewhere. */
function read(text: string) {
  let said: unknown
  try {
    // Some write a mark of byte order before it.
    said = storable(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    return away('its answer cannot be read', error)
  }
  const { error_code: code, message, result, session } = (said ?? {}) as Fields
  if (typeof code !== 'string' && typeof code !== 'number') return away('its answer has no error_code')
  return {
    code: String(code),
    words: typeof message === 'string' ? message.slice(0, 300) : '',
    result: Array.isArray(result) ? result.filter(isFields) : [],
    session,
  }
}
