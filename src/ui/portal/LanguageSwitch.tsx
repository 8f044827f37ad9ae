import type { Language } from '#values/words.ts'
import { Icon } from '../Icon.tsx'

export interface LanguageSwitchProps {
  readonly href: string
  /** The other language's own name: `English`, `Tiếng Việt`. */
  readonly text: string
  readonly language: Language
}

/** Leads to the same page in the other language; its name is written in that language. */
export function LanguageSwitch({ href, text, language }: LanguageSwitchProps) {
  return (
    <a className="language" href={href} hrefLang={language} lang={language}>
      <Icon name="world" />
      <span>{text}</span>
    </a>
  )
}
