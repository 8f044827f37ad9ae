import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

interface IconListProps {
  readonly items: readonly {
    readonly icon: IconName
    readonly title: string
    readonly href?: string
    readonly text?: ReactNode
    readonly note?: ReactNode
  }[]
}

/** Things to have ready, or to come, each with its sign. */
export function IconList({ items }: IconListProps) {
  return (
    <ul className="icon-list">
      {items.map((item) => (
        <li key={item.title}>
          <Icon name={item.icon} size="1.4em" />
          <div>
            <b>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</b>
            {item.text !== undefined && <p>{item.text}</p>}
            {item.note !== undefined && <p className="quiet">{item.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

interface StepListProps {
  readonly steps: readonly { readonly title: string; readonly text?: ReactNode }[]
}

/** Steps with their numbers in circles. */
export function StepList({ steps }: StepListProps) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.title}>
          <b>{step.title}</b>
          {step.text !== undefined && <p>{step.text}</p>}
        </li>
      ))}
    </ol>
  )
}

interface FaqProps {
  readonly items: readonly { readonly question: string; readonly answer: ReactNode; readonly open?: boolean }[]
}

/** Questions that open without a script. */
export function Faq({ items }: FaqProps) {
  return (
    <div className="faq">
      {items.map((item) => (
        <details key={item.question} open={item.open}>
          <summary>
            <span>{item.question}</span>
            <Icon name="chevron-down" />
          </summary>
          <div>{item.answer}</div>
        </details>
      ))}
    </div>
  )
}

interface TopicListProps {
  readonly topics: readonly { readonly href: string; readonly text: string; readonly icon: IconName }[]
}

/** Doors to subjects, two columns on a wide screen, read downwards or across as given. */
export function TopicList({ topics }: TopicListProps) {
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic.href}>
          <a href={topic.href}>
            <Icon name={topic.icon} size="1.45em" />
            <span>{topic.text}</span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  )
}

interface DatedListProps {
  readonly items: readonly {
    readonly date: string
    readonly href: string
    readonly text: string
    readonly unread?: string
  }[]
  /** Room before the text for a day (`24/11`) or for day and hour. */
  readonly dates?: 'days' | 'times'
}

/** Short news or messages by date; `unread` is the word for a dot. */
export function DatedList({ items, dates = 'days' }: DatedListProps) {
  return (
    <ul className={`dated dated-${dates}`}>
      {items.map((item) => (
        <li key={item.href} className={item.unread ? 'dated-new' : undefined}>
          <span className="dated-date">
            {item.date}
            {item.unread && <span className="dot" role="img" aria-label={item.unread} />}
          </span>
          <a href={item.href}>{item.text}</a>
        </li>
      ))}
    </ul>
  )
}
