import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'

export interface SideNavItem {
  readonly href: string
  readonly icon: IconName
  readonly text: string
  /** Shorter word for the tab bar of a phone. */
  readonly short?: string
  readonly current?: boolean
  readonly count?: { readonly value: number; readonly tone: 'waiting' | 'info'; readonly said: string }
  /** Not in the tab bar of a phone, which holds four. */
  readonly wideOnly?: boolean
  readonly quiet?: boolean
}

interface SideNavProps {
  readonly language: Language
  readonly items: readonly SideNavItem[]
  /** `side` beside the page on a wide screen, `tabs` under the bar on a phone: put both, each shows only there. */
  readonly look: 'side' | 'tabs'
}

/** The reader's own pages. */
export function SideNav({ items, look, language }: SideNavProps) {
  const shown = look === 'tabs' ? items.filter((item) => !item.wideOnly) : items
  return (
    <nav className={`own-${look}`} aria-label={say(words.accountMenu, language)}>
      <ul>
        {shown.map((item) => (
          <li key={item.href} className={classes(item.quiet && 'own-quiet')}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} size="1.3em" />
              <span>{look === 'tabs' ? (item.short ?? item.text) : item.text}</span>
              {item.count && (
                <b className={`count count-${item.count.tone}`}>
                  <span aria-hidden="true">{item.count.value}</span>
                  <span className="unseen">{item.count.said}</span>
                </b>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface FilterFormProps {
  readonly action?: string
  readonly selects: readonly {
    readonly name: string
    readonly label: string
    readonly value: string
    readonly options: readonly { readonly value: string; readonly text: string }[]
  }[]
  readonly submit: string
  readonly note?: string
  readonly link?: { readonly href: string; readonly text: string; readonly icon: IconName }
}

/** Narrow down a page of figures: a plain GET form. */
export function FilterForm({ action, selects, submit, note, link }: FilterFormProps) {
  return (
    <form className="filter" method="get" action={action}>
      {selects.map((select) => (
        <div key={select.name}>
          <label htmlFor={select.name}>{select.label}</label>
          <span className="select">
            <select className="input" id={select.name} name={select.name} defaultValue={select.value}>
              {select.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </select>
            <Icon name="chevron-down" />
          </span>
        </div>
      ))}
      <button type="submit" className="button button-secondary">
        {submit}
      </button>
      {(note || link) && (
        <p className="filter-end">
          {note && <span>{note}</span>}
          {link && (
            <a href={link.href}>
              <Icon name={link.icon} />
              <span>{link.text}</span>
            </a>
          )}
        </p>
      )}
    </form>
  )
}
