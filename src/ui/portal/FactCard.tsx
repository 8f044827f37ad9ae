import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

export interface Fact {
  readonly term: string
  readonly value: ReactNode
  readonly icon?: IconName
  readonly note?: ReactNode
  /** Large value: time and money. */
  readonly large?: boolean
  /** Below the note: a {@link DayStrip}, a link. */
  readonly more?: ReactNode
}

interface FactCardProps {
  readonly facts: readonly Fact[]
  readonly label?: string
  /** `ruled`: full-width lines between facts; `spaced`: lines inside the padding, for comparing with a paper. */
  readonly look?: 'ruled' | 'spaced'
}

/** What one wants to know first, one fact under the other on white. */
export function FactCard({ facts, label, look = 'ruled' }: FactCardProps) {
  return (
    <dl className={classes('card', 'facts', `facts-${look}`)} aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>
            {fact.icon && <Icon name={fact.icon} />}
            {fact.term}
          </dt>
          <dd className={fact.large ? 'fact-large' : undefined}>{fact.value}</dd>
          {fact.note !== undefined && <dd className="note">{fact.note}</dd>}
          {fact.more !== undefined && <dd>{fact.more}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface Day {
  /** `start` and `end` stand out, `work` counts, `off` does not. */
  readonly kind: 'start' | 'work' | 'off' | 'end'
  /** "Ba" */
  readonly weekday: string
  /** "24" */
  readonly day: string
  /** "Nộp", "1", "nghỉ", "Trả" */
  readonly note: string
  /** The whole day in words for screen readers: "thứ Ba 24/11, ngày nộp". */
  readonly said: string
}

/** Days counted one by one. */
export function DayStrip({ days, label }: { readonly days: readonly Day[]; readonly label: string }) {
  return (
    <ol className="days" aria-label={label}>
      {days.map((day) => (
        <li key={day.said} className={`day-${day.kind}`}>
          <span className="unseen">{day.said}</span>
          <span aria-hidden="true">
            <i>{day.weekday}</i>
            <b>{day.day}</b>
            <small>{day.note}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
