import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface ButtonLook {
  /** `primary` once per screen; `warn` is a red outline for saying that something is wrong; `plain` looks like a link. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'warn' | 'plain'
  readonly size?: 'normal' | 'large'
  /** As wide as its column; on a phone every button already is. */
  readonly wide?: boolean
  readonly icon?: IconName
  readonly iconAfter?: IconName
  /** A second line in small type: where it leads. */
  readonly note?: string
  readonly children: ReactNode
}

interface ButtonProps extends ButtonLook {
  readonly name?: string
  readonly value?: string
  /** The id of a form elsewhere on the page that it sends. */
  readonly form?: string
  readonly formAction?: string
  readonly type?: 'submit' | 'button'
}

/** Sends a form. */
export function Button({ kind, size, wide, icon, iconAfter, note, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ kind, size, wide })} {...rest}>
      <Inside icon={icon} iconAfter={iconAfter} note={note} text={children} />
    </button>
  )
}

interface ButtonLinkProps extends ButtonLook {
  readonly href: string
  readonly download?: boolean
}

/** Looks like a button and leads somewhere. */
export function ButtonLink({ kind, size, wide, icon, iconAfter, note, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={buttonClass({ kind, size, wide })} {...rest}>
      <Inside icon={icon} iconAfter={iconAfter} note={note} text={children} />
    </a>
  )
}

/** Buttons beside a short remark; one column on a phone. */
export function ButtonRow({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="button-row">
      {children}
      {note !== undefined && <p className="button-note">{note}</p>}
    </div>
  )
}

const buttonClass = ({ kind = 'primary', size, wide }: Pick<ButtonLook, 'kind' | 'size' | 'wide'>) =>
  classes('button', `button-${kind}`, size === 'large' && 'button-large', wide && 'button-wide')

const Inside = ({
  icon,
  iconAfter,
  note,
  text,
}: {
  icon?: IconName
  iconAfter?: IconName
  note?: string
  text: ReactNode
}) => (
  <>
    {icon && <Icon name={icon} />}
    <span>
      {text}
      {note && <small className="button-second">{note}</small>}
    </span>
    {iconAfter && <Icon name={iconAfter} />}
  </>
)
