import type { ReactNode } from 'react'
import { percentOf } from '../percent-of.ts'
import { Avatar, initialsOf } from './Avatar.tsx'
import type { Tone } from './Badge.tsx'

interface HistoryProps {
  readonly items: readonly {
    readonly title: ReactNode
    readonly when?: string
    readonly text?: ReactNode
    /** The colour of the dot; the words say the same. */
    readonly tone?: Tone
  }[]
  /** Date beside the title instead of below it. */
  readonly tight?: boolean
}

/** What happened, newest first. */
export const History = ({ items, tight }: HistoryProps) => (
  <ol className={tight ? 'history history-tight' : 'history'}>
    {items.map((item, at) => (
      <li key={at} className={item.tone && `tone-${item.tone}`}>
        <span>{item.title}</span> {item.when && <time>{item.when}</time>}
        {item.text !== undefined && <p>{item.text}</p>}
      </li>
    ))}
  </ol>
)

interface OpinionProps {
  readonly name: string
  readonly post?: string
  readonly when: string
  readonly children: ReactNode
}

/** What someone wrote, with post and time. */
export const Opinion = ({ name, post, when, children }: OpinionProps) => (
  <article className="opinion">
    <Avatar initials={initialsOf(name)} size="small" />
    <div>
      <p>
        <b>{name}</b>{' '}
        <small>
          {post && `${post} · `}
          {when}
        </small>
      </p>
      <div>{children}</div>
    </div>
  </article>
)

/** A mark so near the end would run into the last one. */
const isNearEnd = (at: number | undefined, whole: number) => at !== undefined && at / whole > 0.78

interface ClockBarProps {
  /** In words for those who do not see it. */
  readonly label: string
  /** Stretches in order; lengths in any one unit. */
  readonly parts: readonly { readonly kind: 'run' | 'stop' | 'left'; readonly length: number; readonly text: string }[]
  /** Dates at the borders: one more than there are parts. */
  readonly marks: readonly string[]
}

/** Time used, stopped and left, to scale. */
export function ClockBar({ label, parts, marks }: ClockBarProps) {
  const whole = parts.reduce((sum, part) => sum + part.length, 0) || 1
  const lengthOf = (first: number) => parts.slice(0, first).reduce((sum, part) => sum + part.length, 0)
  const placed = parts.map((part, at) => ({ ...part, from: lengthOf(at), to: lengthOf(at + 1) }))
  return (
    <svg className="clock-bar" width="100%" height="40" role="img" aria-label={label}>
      {placed.map((part) => (
        <g key={part.from} className={`clock-${part.kind}`}>
          <rect x={percentOf(part.from, whole)} width={percentOf(part.length, whole)} height="20" />
          <text x={percentOf((part.from + part.to) / 2, whole)} y="14">
            {part.text}
          </text>
        </g>
      ))}
      {marks.map((mark, index) => (
        <text
          key={mark}
          className="clock-mark"
          x={percentOf(index === 0 ? 0 : (placed[index - 1]?.to ?? whole), whole)}
          y="36"
          textAnchor={
            index === 0
              ? 'start'
              : index === marks.length - 1 || isNearEnd(placed[index - 1]?.to, whole)
                ? 'end'
                : 'middle'
          }
        >
          {mark}
        </text>
      ))}
    </svg>
  )
}
