import type { ReactNode, Ref } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

/** What a colour means; always sign and word with it. */
export type Tone = 'good' | 'soon' | 'late' | 'waiting' | 'paused' | 'info'

export const toneIcons = {
  good: 'clock',
  soon: 'alarm',
  late: 'alert-triangle',
  waiting: 'user-question',
  paused: 'check',
  info: 'info-circle',
} as const satisfies Record<Tone, IconName>

interface DeadlineBadgeProps {
  readonly tone: Tone
  readonly icon?: IconName
  /** "Còn 1 ngày" */
  readonly children: ReactNode
  /** The full date and how it was computed, on hover and for screen readers; the opened record says it in words. */
  readonly said?: string
  readonly strong?: boolean
}

/** Time left, or a state, on its tint. */
export function DeadlineBadge({ tone, icon = toneIcons[tone], children, said, strong }: DeadlineBadgeProps) {
  return (
    <span className={classes('badge', `tone-${tone}`, strong && 'badge-strong')} title={said}>
      <Icon name={icon} />
      <span>{children}</span>
      {said && <span className="unseen">, {said}</span>}
    </span>
  )
}

interface StatusTextProps {
  readonly tone: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}

/** Sign and words in the colour of a tone, without a ground. */
export function StatusText({ tone, icon = toneIcons[tone], children }: StatusTextProps) {
  return (
    <span className={`status tone-${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}

interface ChangedProps {
  readonly before: ReactNode
  readonly after: ReactNode
}

/** A value struck out and its successor. */
export const Changed = ({ before, after }: ChangedProps) => (
  <span className="changed">
    <del>{before}</del> <ins>{after}</ins>
  </span>
)

interface NoteBoxProps {
  readonly tone?: Tone | 'plain'
  readonly icon?: IconName
  readonly title?: ReactNode
  /** Gold edge: what to do next. */
  readonly edge?: boolean
  readonly live?: boolean
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLDivElement>
}

/** A remark on a tint inside a column: a consequence, a warning, the next step. */
export function NoteBox({ tone = 'plain', icon, title, edge, live, children, ref }: NoteBoxProps) {
  return (
    <div
      ref={ref}
      className={classes('notebox', `tone-${tone}`, edge && 'notebox-edge')}
      role={live ? 'status' : undefined}
    >
      {icon && <Icon name={icon} />}
      <div>
        {title !== undefined && <p className="notebox-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
