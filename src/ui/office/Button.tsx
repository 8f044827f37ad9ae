import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

export interface ActProps {
  readonly text: ReactNode
  readonly icon?: IconName
  /** The key that does the same. */
  readonly cap?: string
  /** `primary` once per screen: the next lawful step. `link` reads like a link. */
  readonly kind?: 'primary' | 'plain' | 'link'
  /** A link when given, else a button. */
  readonly href?: string
  /** Of a link that most people follow from here: React Router asks how its page is reached while they still read, by the mark `data-discover`. */
  readonly isAhead?: boolean
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly type?: 'submit' | 'button'
  readonly onAct?: () => void
  /** Why it may not be done now: greyed, and the reason stands below in words. */
  readonly refused?: string
  readonly wide?: boolean
}

/** Something to do: a button or link with its sign and key. */
export function Act({ text, icon, cap, kind = 'plain', href, isAhead, onAct, refused, wide, type, ...form }: ActProps) {
  const className = classes('act', `act-${kind}`, wide && 'act-wide')
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{text}</span>
      {cap && <kbd>{cap}</kbd>}
    </>
  )
  if (refused !== undefined) {
    return (
      <span className={wide ? 'refused refused-wide' : 'refused'}>
        <button type="button" className={className} aria-disabled="true">
          {inside}
        </button>
        <small>{refused}</small>
      </span>
    )
  }
  if (href !== undefined)
    return (
      <a className={className} href={href} data-discover={isAhead ? 'true' : undefined}>
        {inside}
      </a>
    )
  return (
    <button type={type ?? (onAct ? 'button' : 'submit')} className={className} onClick={onAct} {...form}>
      {inside}
    </button>
  )
}

interface IconButtonProps {
  readonly icon: IconName
  /** Said by screen readers and shown on hover. */
  readonly label: string
  readonly href?: string
  readonly onAct?: () => void
  readonly pressed?: boolean
  readonly name?: string
  readonly value?: string
}

/** A tool known by its sign; what it does is also in the palette. */
export function IconButton({ icon, label, href, onAct, pressed, name, value }: IconButtonProps) {
  if (href !== undefined) {
    return (
      <a className="icon-button" href={href} aria-label={label} title={label}>
        <Icon name={icon} />
      </a>
    )
  }
  return (
    <button
      type={onAct ? 'button' : 'submit'}
      className="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onAct}
      name={name}
      value={value}
    >
      <Icon name={icon} />
    </button>
  )
}

/** Actions under each other at the right, the primary one first. */
export const ActionColumn = ({ actions }: { readonly actions: readonly ActProps[] }) => (
  <div className="actions">
    {actions.map((act, at) => (
      <Act key={at} {...act} wide />
    ))}
  </div>
)

/** Actions beside each other; with `left` they stand at the right and it at the left. */
export const ActionRow = ({ left, children }: { readonly left?: ReactNode; readonly children: ReactNode }) => (
  <div className="action-row">
    {left !== undefined && <div className="action-left">{left}</div>}
    {children}
  </div>
)
