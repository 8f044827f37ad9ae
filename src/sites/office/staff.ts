import { data, type LoaderFunctionArgs } from 'react-router'
import type { ToldFailure } from '#kernel/http/told-failure.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { mustBe, pageOf, type Page } from '../client.ts'

/** What an error page or column of the office is told. */
export type Told = Pick<ToldFailure, 'code' | 'words' | 'incident'>

const ended: Words = {
  vi: 'Đã hết phiên đăng nhập. Những gì vừa viết vẫn còn ở đây: mở thẻ khác của trình duyệt, đăng nhập lại, rồi về đây bấm lần nữa.',
  en: 'Your session has ended. What you wrote is still here: sign in again in another tab, then come back and press once more.',
}

/**
 * The page of an official; anyone else signs in first and comes back, and with a password for one use changes it first. A form that a
 * script sends is refused by the operation instead, so that nobody is led away from what they wrote.
 */
export function staffPage(args: Pick<LoaderFunctionArgs, 'context' | 'request' | 'url'>): Page {
  const page = pageOf(args)
  if (!isSentByScript(args.request)) mustBe(page, 'staff', args.url)
  return page
}

const isSentByScript = ({ method, url }: Request): boolean =>
  method !== 'GET' && method !== 'HEAD' && new URL(url).pathname.endsWith('.data')

/** Runs what one column of a screen needs: the others go on working when it is refused. */
export async function tried<Value>(
  page: Page,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly failed: Told }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { failed: { code: error.code, words: error.words, incident: page.call.requestId } }
  }
}

/** What a form is told that was refused; the typed texts go back with it. */
export interface Refused {
  readonly refused: {
    readonly text: string
    readonly places: readonly ProblemPlace[]
    readonly incident: string
    readonly typed: Readonly<Record<string, string>>
    /** It needs a fresh proof of who asks. */
    readonly prove?: { readonly by: 'password' | 'any' | 'factor'; readonly hasPasskey: boolean } | undefined
  }
}

/** Why something was refused, each wrong place said. */
export const refusalText = ({ words, places }: Problem, language: Language): string =>
  [words, ...places.map((place) => place.message)].map((one) => say(one, language)).join(' ')

/** What was wrong in one place of a refused form, or in one of its lines. */
export const refusedAt = (refused: Refused['refused'] | undefined, path: string, language: Language) => {
  const place = refused?.places.find((one) => one.path === path || one.path.startsWith(`${path}.`))
  return place && say(place.message, language)
}

/** The answer to a refused form: words, places, and everything that was typed. */
export function refusedAnswer(error: unknown, page: Page, form: FormData) {
  if (!(error instanceof Problem)) throw error
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !/password|current|next|proof/i.test(name)) typed[name] = value
  const text = error.code === 'notSignedIn' ? say(ended, page.language) : refusalText(error, page.language)
  const body: Refused = {
    refused: {
      text,
      places: error.places,
      incident: page.call.requestId,
      typed,
      prove: proofFor(error, page),
    },
  }
  return data(body, { status: error.status })
}

function proofFor({ code }: Problem, { call }: Page): Refused['refused']['prove'] {
  const { hasFactor = false, hasPasskey = false } = call.actor.proof ?? {}
  if (code === 'factorNeeded') return { by: 'factor', hasPasskey }
  if (code === 'stepUpNeeded') return { by: hasFactor ? 'any' : 'password', hasPasskey }
  return undefined
}

/** `{name}` put in and said. */
export type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string

/** Says words in a language. */
export const sayIn =
  (language: Language): Say =>
  (words, values) =>
    say(values ? fill(words, values) : words, language)
