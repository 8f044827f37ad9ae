import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

/** What a colour means: never the colour alone, always with sign and word. */
export type Tone = 'good' | 'soon' | 'late' | 'waiting' | 'paused' | 'info'

export const toneIcons = {
  good: 'circle-check',
  soon: 'clock',
  late: 'alert-triangle',
  waiting: 'hand-finger',
  paused: 'check',
  info: 'info-circle',
} as const satisfies Record<Tone, IconName>

interface StatusBadgeProps {
  readonly tone: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A state in one or two words on its tint. */
export function StatusBadge({ tone, icon = toneIcons[tone], children }: StatusBadgeProps) {
  return (
    <span className={`badge tone-${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}

/** The same without a ground, inside running lists. */
export function StatusText({ tone, icon = toneIcons[tone], children }: StatusBadgeProps) {
  return (
    <span className={`status tone-${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}
