import { languages, type Language } from '#values/words.ts'
import type { Glance } from './glance.ts'

/** Where programs are answered; everything else is pages. */
const programs = /^\/(api|uploads|files)(\/|$)/

/**
 * The language chosen in the cookie or by `X-Language`. Programs may also ask by `Accept-Language`; pages do not go by it: a phone set
 * to English is not a person who asked for English. Vietnamese otherwise.
 */
export function languageOf({ url, headers }: Pick<Glance, 'url' | 'headers'>): Language {
  const chosen = /(?:^|;\s*)language=(\w+)/.exec(headers.get('cookie') ?? '')?.[1] ?? headers.get('x-language')
  const asked = languages.find((one) => one === chosen)
  if (asked !== undefined || !programs.test(new URL(url).pathname)) return asked ?? 'vi'
  return acceptedLanguage(headers.get('accept-language') ?? '') ?? 'vi'
}

/** Says in which language an answer speaks and what that depends on, so that no cache gives it to somebody else. */
export function tellLanguage(headers: Headers, language: Language): void {
  headers.set('Content-Language', language)
  headers.append('Vary', 'Accept-Language, X-Language, Cookie')
}

const range = /^\s*([a-z]{1,8}|\*)(?:-[a-z\d-]+)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i

/** Of ours the one with the highest weight (RFC 9110 §12.5.4); Vietnamese where weights are equal, none where none is wanted. */
function acceptedLanguage(header: string): Language | undefined {
  const weights = new Map<string, number>()
  for (const one of header.split(',')) {
    const [, name, weight = '1'] = range.exec(one) ?? []
    const key = name?.toLowerCase() ?? ''
    weights.set(key, Math.max(weights.get(key) ?? 0, Number(weight)))
  }
  const weightOf = (one: Language) => weights.get(one) ?? weights.get('*') ?? 0
  return languages.filter((one) => weightOf(one) > 0).toSorted((one, other) => weightOf(other) - weightOf(one))[0]
}
