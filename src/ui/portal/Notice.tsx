import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { toneIcons, type Tone } from './StatusBadge.tsx'

interface NoticeProps {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly title?: string
  readonly children: ReactNode
  /** Without a ground, under a line, inside a card. */
  readonly plain?: boolean
  /** Announced at once when a script puts it in. */
  readonly live?: boolean
}

/** A remark that belongs to this page. */
export function Notice({ tone = 'info', icon = toneIcons[tone], title, children, plain, live }: NoticeProps) {
  return (
    <div className={classes('notice', `tone-${tone}`, plain && 'notice-plain')} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

interface ResultBandProps {
  readonly tone: 'good' | 'late' | 'waiting' | 'paused'
  readonly icon?: IconName
  readonly title: string
  readonly lines?: readonly string[]
}

/** The outcome, across the whole width under the bar; it holds the page's `<h1>`. */
export function ResultBand({ tone, icon = toneIcons[tone], title, lines = [] }: ResultBandProps) {
  return (
    <div className={`band band-${tone}`}>
      <div className="measure band-in">
        <Icon name={icon} size="2em" />
        <div>
          <h1>{title}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
    </div>
  )
}
