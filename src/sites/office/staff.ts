import { data, type LoaderFunctionArgs } from 'react-router'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { mustBe, pageOf, type Page } from '../client.ts'

/** What an error page of the office is told; the incident number finds the lines in the log. */
export interface Told {
  readonly code: string
  readonly words: Words
  readonly incident: string
}

/** The page of an official; anyone else signs in first and comes back. */
export function staffPage(args: Pick<LoaderFunctionArgs, 'context' | 'request'>): Page {
  const page = pageOf(args)
  mustBe(page, 'staff', args.request)
  return page
}

/** Runs what a page needs; a `Problem` becomes the error page with its words and the incident number. */
export async function fetched<Value>(page: Page, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw data({ code: error.code, words: error.words, incident: page.call.requestId } satisfies Told, {
      status: error.status,
    })
  }
}

/** The same for one column of a screen: the others go on working. */
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
  }
}

/** Why something was refused, each wrong place said. */
export const refusalText = ({ words, places }: Problem, language: Language): string =>
  [words, ...places.map((place) => place.message)].map((one) => say(one, language)).join(' ')

/** What was wrong in one place of a refused form. */
export const refusedAt = (refused: Refused['refused'] | undefined, path: string, language: Language) => {
  const place = refused?.places.find((one) => one.path === path)
  return place && say(place.message, language)
}

/** The answer to a refused form: words, places, and everything that was typed. */
export function refusedAnswer(error: unknown, page: Page, form: FormData) {
  if (!(error instanceof Problem)) throw error
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !/password|current|next/i.test(name)) typed[name] = value
  const text = refusalText(error, page.language)
  const body: Refused = { refused: { text, places: error.places, incident: page.call.requestId, typed } }
  return data(body, { status: error.status })
}

/** `{name}` put in and said. */
export type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string

/** Says words in a language. */
export const sayIn =
  (language: Language): Say =>
  (words, values) =>
    say(values ? fill(words, values) : words, language)
