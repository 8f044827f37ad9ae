import { say, type Language } from '#values/words.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'

export interface SideBarProps {
  readonly language: Language
  readonly unit: { readonly name: string; readonly parent?: string }
  readonly groups: readonly {
    readonly title?: string
    readonly items: readonly SideBarItem[]
  }[]
  /** Where the list of keys is without a script; with one, `?` and this open it in place. */
  readonly keysHref: string
  readonly onKeys?: () => void
  readonly foldHref?: string
  readonly onFold?: () => void
  readonly rail: boolean
}

export interface SideBarItem {
  readonly href: string
  readonly icon: IconName
  readonly text: string
  readonly count?: number
  readonly current?: boolean
}

/** The parts of the office, with how much waits in each; as a rail only the signs, the words come with `Ctrl \`. */
export function SideBar({ language, unit, groups, keysHref, onKeys, foldHref, onFold, rail }: SideBarProps) {
  return (
    <nav className={rail ? 'side side-rail' : 'side'} aria-label={say(words.mainMenu, language)}>
      {!rail && (
        <p className="side-unit" lang="vi">
          <b>{unit.name}</b>
          {unit.parent && <small>{unit.parent}</small>}
        </p>
      )}
      {groups.map((group, at) => (
        <div key={group.title ?? at} className="side-group">
          {group.title && <h2 className={rail ? 'unseen' : undefined}>{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                  title={rail ? item.text : undefined}
                >
                  <Icon name={item.icon} />
                  <span className="side-text">{item.text}</span>
                  {item.count !== undefined && item.count > 0 && <span className="side-count">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <a
        className="side-foot"
        href={rail ? (foldHref ?? keysHref) : keysHref}
        title={rail ? say(words.fold, language) : undefined}
        onClick={(event) => {
          const act = rail ? onFold : onKeys
          if (!act) return
          event.preventDefault()
          act()
        }}
      >
        <Icon name={rail ? 'layout-sidebar' : 'keyboard'} />
        <span className="side-text">{say(rail ? words.fold : words.keys, language)}</span>
        {!rail && <kbd>?</kbd>}
      </a>
    </nav>
  )
}
