import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'
import type { Fact } from './FactCard.tsx'
import { StatusText, type Tone } from './StatusBadge.tsx'

/** A white card with nothing said about its inside. */
export function Card({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="card card-padded">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}

interface ActionCardProps {
  readonly tone: Tone
  /** A coloured edge at the left on a wide screen, or always on top where cards stand side by side. */
  readonly edge?: 'side' | 'top'
  readonly badge?: ReactNode
  readonly title: string
  readonly level?: 2 | 3
  readonly children?: ReactNode
  readonly facts?: readonly Pick<Fact, 'term' | 'value'>[]
  readonly actions?: ReactNode
}

/** Something that waits for the reader, or an answer that matters most on this page. */
export function ActionCard({
  tone,
  edge = 'side',
  badge,
  title,
  level = 2,
  children,
  facts = [],
  actions,
}: ActionCardProps) {
  const Heading = `h${level}` as const
  return (
    <section className={classes('card', 'action-card', `edge-${edge}`, `tone-${tone}`)}>
      {badge}
      <Heading>{title}</Heading>
      {children}
      {facts.length > 0 && (
        <dl className="action-facts">
          {facts.map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {actions !== undefined && <div className="action-do">{actions}</div>}
    </section>
  )
}

/** Cards side by side, one column on a phone. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <div className="card-grid">{children}</div>
}

interface LinkCardProps {
  readonly href: string
  readonly title: string
  readonly icon?: IconName
  /** Red sign: a paper issued by the state. */
  readonly iconTone?: 'action' | 'state'
  readonly text?: ReactNode
  readonly status?: { readonly tone: Tone; readonly text: string; readonly icon?: IconName }
  readonly arrow?: boolean
}

/** A card that leads somewhere. */
export function LinkCard({ href, title, icon, iconTone = 'action', text, status, arrow }: LinkCardProps) {
  return (
    <div className="card link-card">
      {icon && <Icon name={icon} size="1.6em" className={`icon-${iconTone}`} />}
      <div>
        <a href={href}>{title}</a>
        {text !== undefined && <p>{text}</p>}
        {status && (
          <p>
            <StatusText tone={status.tone} icon={status.icon}>
              {status.text}
            </StatusText>
          </p>
        )}
      </div>
      {arrow && <Icon name="chevron-right" />}
    </div>
  )
}

interface TaskCardProps {
  readonly id?: string
  /** Its number, or `done`. */
  readonly mark: number | 'done'
  readonly doneWord: string
  readonly title: string
  readonly right?: ReactNode
  /** What the office asks, in its own words. */
  readonly said?: ReactNode
  readonly picture?: ReactNode
  readonly children?: ReactNode
}

/** One point out of several that the reader has to put right, in place. */
export function TaskCard({ id, mark, doneWord, title, right, said, picture, children }: TaskCardProps) {
  return (
    <section
      className={classes('card', 'task-card', picture !== undefined && 'task-pictured')}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      <div className="task-head">
        <span className={mark === 'done' ? 'task-mark task-done' : 'task-mark'}>
          {mark === 'done' ? <Icon name="check" size="1em" /> : mark}
        </span>
        <h3>
          {title}
          {mark === 'done' && <span className="unseen"> ({doneWord})</span>}
        </h3>
        {right}
      </div>
      {picture !== undefined && <div className="task-picture">{picture}</div>}
      <div className="task-body">
        {said !== undefined && <blockquote className="task-said">{said}</blockquote>}
        {children}
      </div>
    </section>
  )
}

interface ReceiptCardProps {
  readonly parts: readonly ReactNode[]
}

/** Parts of a receipt under each other, the first torn off by a dashed line. */
export function ReceiptCard({ parts }: ReceiptCardProps) {
  return (
    <div className="card receipt">
      {parts.map((part, at) => (
        <div key={at}>{part}</div>
      ))}
    </div>
  )
}

interface ReceiptFactProps extends Pick<Fact, 'term' | 'value' | 'note'> {
  readonly picture?: ReactNode
}

/** A large value on a receipt, with a QR code and words beside it. */
export function ReceiptFact({ term, value, note, picture }: ReceiptFactProps) {
  return (
    <>
      <p className="receipt-term">{term}</p>
      <p className="receipt-value">{value}</p>
      {picture === undefined ? (
        note !== undefined && <p className="note">{note}</p>
      ) : (
        <div className="receipt-picture">
          {picture}
          <p>{note}</p>
        </div>
      )}
    </>
  )
}

interface EmptyStateProps {
  readonly title?: string
  readonly icon?: IconName
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ title, icon, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon && <Icon name={icon} size="2em" />}
      {title && <h2>{title}</h2>}
      <div>{children}</div>
      {actions}
    </div>
  )
}
