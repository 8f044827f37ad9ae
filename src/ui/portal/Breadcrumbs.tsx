import { say, type Language } from '#values/words.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'

interface BreadcrumbsProps {
  readonly language: Language
  /** From the home page down; the last one is this page and has no link. */
  readonly items: readonly { readonly href?: string; readonly text: string }[]
}

/** The way from the home page; a phone shows only the step back. */
export function Breadcrumbs({ items, language }: BreadcrumbsProps) {
  const parent = items.findLastIndex((item) => item.href !== undefined)
  return (
    <nav className="crumbs" aria-label={say(words.whereYouAre, language)}>
      <ol>
        {items.map((item, at) => (
          <li key={item.text} className={at === parent ? 'crumb-parent' : undefined}>
            {at === parent && <Icon name="arrow-left" className="on-phone" />}
            {item.href === undefined ? (
              <span aria-current="page">{item.text}</span>
            ) : (
              <a href={item.href}>{item.text}</a>
            )}
            {at < items.length - 1 && <Icon name="chevron-right" className="on-wide" />}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One step back, above a title or under a form. */
export function BackLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <p className="back">
      <Icon name="arrow-left" />
      <a href={href}>{text}</a>
    </p>
  )
}
