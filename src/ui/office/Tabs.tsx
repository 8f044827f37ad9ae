import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface TabsProps {
  readonly label: string
  readonly items: readonly {
    readonly href: string
    readonly text: string
    readonly count?: number | string
    readonly icon?: IconName
    readonly current?: boolean
  }[]
  readonly right?: ReactNode
}

/** Views of the same thing, as links, so that each has an address. */
export function Tabs({ label, items, right }: TabsProps) {
  return (
    <div className="tabs">
      <nav aria-label={label}>
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.icon && <Icon name={item.icon} />}
                {item.text}
                {item.count !== undefined && <span className="quiet"> {item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {right !== undefined && <div className="tabs-right">{right}</div>}
    </div>
  )
}

interface FilterChipsProps {
  readonly label: string
  readonly chips: readonly Chip[]
  readonly right?: ReactNode
  /** A line of its own under tabs. */
  readonly bar?: boolean
}

export interface Chip {
  readonly text: string
  readonly count?: number | string
  readonly icon?: IconName
  readonly on?: boolean
  /** Leads to the list with this filter on, or off when it is on. */
  readonly href?: string
  readonly onAct?: () => void
  /** Ends with a cross and takes itself away. */
  readonly removes?: string
  /** Opens more: ends with a chevron. */
  readonly opens?: boolean
}

/** Filters, quick choices, papers to leaf through. */
export function FilterChips({ label, chips, right, bar }: FilterChipsProps) {
  return (
    <div className={classes('chips', bar && 'chips-bar')} role="group" aria-label={label}>
      {chips.map((chip) => (
        <ChipFace key={chip.text} {...chip} />
      ))}
      {right !== undefined && <span className="chips-right">{right}</span>}
    </div>
  )
}

function ChipFace({ text, count, icon, on, href, onAct, removes, opens }: Chip) {
  const className = classes('chip', on && 'chip-on')
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {text}
      {count !== undefined && ` ${count}`}
      {removes !== undefined && (
        <>
          <Icon name="x" />
          <span className="unseen">{removes}</span>
        </>
      )}
      {opens && <Icon name="chevron-down" />}
    </>
  )
  if (href !== undefined)
    return (
      <a className={className} href={href} aria-current={on ? 'true' : undefined}>
        {inside}
      </a>
    )
  return (
    <button
      type="button"
      className={className}
      aria-pressed={removes === undefined && !opens ? Boolean(on) : undefined}
      onClick={onAct}
    >
      {inside}
    </button>
  )
}
