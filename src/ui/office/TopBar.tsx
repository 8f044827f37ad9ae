import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Emblem } from '../Emblem.tsx'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'
import { Avatar, initialsOf } from './Avatar.tsx'
import { Named } from '../Named.tsx'

export interface TopBarProps {
  readonly language: Language
  readonly brand: { readonly href: string; readonly name: string }
  /** "Sở Công Thương · Phòng Quản lý thương mại": said by the side bar where there is one. */
  readonly place?: string
  readonly search: {
    readonly action: string
    readonly name: string
    readonly placeholder: string
    readonly value?: string
  }
  /** Called when the search field is entered, to open the palette instead. */
  readonly onSearch?: () => void
  readonly notices?: { readonly href: string; readonly count: number; readonly said: string }
  readonly person: { readonly href: string; readonly name: string; readonly post: string }
  readonly wideSide?: boolean
}

/** Brand, where one sits, search over everything, notices, who one is. */
export function TopBar({ language, brand, place, search, onSearch, notices, person, wideSide }: TopBarProps) {
  return (
    <header className={classes('bar', wideSide && 'bar-wide')}>
      <a className="bar-brand" href={brand.href}>
        <Emblem size={24} />
        <b>{brand.name}</b>
      </a>
      {place && (
        <span className="bar-place">
          <Named>{place}</Named>
        </span>
      )}
      <form className="bar-search" role="search" method="get" action={search.action}>
        <Icon name="search" />
        <input
          type="search"
          name={search.name}
          defaultValue={search.value}
          placeholder={search.placeholder}
          aria-label={search.placeholder}
          autoComplete="off"
          aria-keyshortcuts="Control+K"
          onClick={onSearch}
        />
        <kbd>Ctrl K</kbd>
      </form>
      {notices && (
        <a className="bar-notices" href={notices.href} title={notices.said}>
          <Icon name="bell" />
          {notices.count > 0 && <i />}
          <span className="unseen">
            {say(words.notices, language)}: {notices.said}
          </span>
        </a>
      )}
      <a className="bar-person" href={person.href}>
        <Avatar initials={initialsOf(person.name)} />
        <span lang="vi">
          {person.name}
          <small>{person.post}</small>
        </span>
      </a>
    </header>
  )
}
