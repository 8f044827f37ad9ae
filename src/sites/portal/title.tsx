import type { MetaDescriptor, MetaFunction } from 'react-router'
import { say, type Language, type Words } from '#values/words.ts'
import { languageIn } from '../titled.ts'
import { portalWords } from './words.ts'

const error: Words = { vi: 'Lỗi: ', en: 'Error: ' }

interface Titled {
  readonly language: Language
  /** Words, or a name as it is. */
  readonly about?: Words | string | undefined
  readonly isWrong?: boolean
}

/** What a page is about, then the portal. */
function titleOf({ language, about, isWrong }: Titled): string {
  const parts = [typeof about === 'object' ? say(about, language) : about, say(portalWords.name, language)]
  return (isWrong ? say(error, language) : '') + parts.filter(Boolean).join(' – ')
}

/** The title of a page in the reader's language. */
export function titled(
  matches: Parameters<MetaFunction>[0]['matches'],
  about?: Titled['about'],
  isWrong = false,
): MetaDescriptor[] {
  return [{ title: titleOf({ language: languageIn(matches), about, isWrong }) }]
}

/** The same where only the page itself knows that what was sent is wrong; such a page says none beside it. */
export const Title = (props: Titled) => <title>{titleOf(props)}</title>
