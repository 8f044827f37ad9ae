import type { MetaDescriptor, MetaFunction } from 'react-router'
import { say, type Language, type Words } from '#values/words.ts'

type Matches = Parameters<MetaFunction>[0]['matches']

/** The reader's language, as the root of all pages found it. */
export const languageIn = (matches: Matches): Language =>
  (matches.find((match) => match?.id === 'root')?.loaderData as { language: Language } | undefined)?.language ?? 'vi'

/** The title of a page in the reader's language, from what it is about to whose it is: words, or a name as it is. */
export function titled(matches: Matches, ...parts: readonly (Words | string | undefined)[]): MetaDescriptor[] {
  const language = languageIn(matches)
  const said = parts.map((part) => (typeof part === 'object' ? say(part, language) : part))
  return [{ title: said.filter(Boolean).join(' – ') }]
}
