import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'

export interface WorkItemProps {
  readonly language: Language
  readonly id: string
  readonly href: string
  readonly icon?: IconName
  readonly title: string
  readonly text?: string
  readonly note?: string
  readonly badge?: ReactNode
  readonly unread?: boolean
  readonly selected?: boolean
  /** Shown as a check box when given: several can be acted on at once. */
  readonly mark?: { readonly name: string; readonly checked: boolean; readonly onChange?: (checked: boolean) => void }
  /** `refused`: came back in red · `gone`: someone else finished it, greyed in place. */
  readonly state?: 'refused' | 'gone'
}

/** One thing to do in three short lines. */
export function WorkItem({
  language,
  id,
  href,
  icon,
  title,
  text,
  note,
  badge,
  unread,
  selected,
  mark,
  state,
}: WorkItemProps) {
  return (
    <li
      className={classes('work-item', selected && 'is-selected', unread && 'is-unread', state && `is-${state}`)}
      id={id}
    >
      {mark ? (
        <input
          type="checkbox"
          className="check"
          name={mark.name}
          value={id}
          checked={mark.checked}
          aria-label={title}
          onChange={(event) => mark.onChange?.(event.target.checked)}
        />
      ) : (
        icon && <Icon name={icon} />
      )}
      <div>
        <a href={href} aria-current={selected ? 'true' : undefined}>
          {title}
          {unread && <span className="unseen"> ({say(words.unread, language)})</span>}
        </a>
        {badge}
        {text && <p>{text}</p>}
        {note && <p className="work-note">{note}</p>}
      </div>
    </li>
  )
}

interface WorkListProps {
  readonly language: Language
  readonly groups: readonly {
    readonly title: string
    readonly count: number
    readonly late?: boolean
    readonly items: readonly Omit<WorkItemProps, 'language'>[]
  }[]
  /** "3 việc mới": stands on top and pushes nothing. */
  readonly fresh?: { readonly text: string; readonly href: string; readonly onAct?: () => void }
}

/** Things to do in groups; titles of groups stay on top while their items scroll. */
export function WorkList({ language, groups, fresh }: WorkListProps) {
  return (
    <div className="work-list">
      {fresh && (
        <a
          className="work-fresh"
          href={fresh.href}
          onClick={(event) => {
            if (!fresh.onAct) return
            event.preventDefault()
            fresh.onAct()
          }}
        >
          {fresh.text} <kbd>.</kbd>
        </a>
      )}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2 className={group.late ? 'group-title group-late' : 'group-title'}>
            {group.title} <span>{group.count}</span>
          </h2>
          <ul>
            {group.items.map((item) => (
              <WorkItem key={item.id} language={language} {...item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
