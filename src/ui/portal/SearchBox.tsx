import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface SearchBoxProps {
  readonly action: string
  readonly name?: string
  readonly id?: string
  readonly label: string
  /** The label is the page's big question (`h1`), a line above, or only for screen readers. */
  readonly labelAs?: 'title' | 'line' | 'unseen'
  readonly value?: string
  readonly placeholder?: string
  readonly submit: string
  readonly hint?: string
  /** Words before the links on a wide screen ("Hay tìm:"). */
  readonly oftenText?: string
  readonly often?: readonly { readonly href: string; readonly text: string }[]
  /** An address that answers a list for `?<name>=…`; a script may turn the box into a combobox with it. */
  readonly suggestFrom?: string
}

/** Search as a plain GET form. */
export function SearchBox({
  action,
  name = 'tim',
  id = 'search',
  label,
  labelAs = 'line',
  value,
  placeholder,
  submit,
  hint,
  oftenText,
  often = [],
  suggestFrom,
}: SearchBoxProps) {
  const text = <label htmlFor={id}>{label}</label>
  return (
    <form
      className={classes('search', labelAs === 'title' && 'search-title')}
      role="search"
      action={action}
      method="get"
      data-suggest={suggestFrom}
    >
      {labelAs === 'title' ? (
        <h1>{text}</h1>
      ) : (
        <p className={labelAs === 'unseen' ? 'unseen' : 'search-label'}>{text}</p>
      )}
      <div className="search-row">
        <input
          className="input"
          type="search"
          id={id}
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          aria-describedby={hint && `${id}-hint`}
        />
        <button className="button button-primary" type="submit">
          <Icon name="search" className="on-wide" />
          <span>{submit}</span>
        </button>
      </div>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {often.length > 0 && (
        <div className="often">
          {oftenText && <span>{oftenText}</span>}
          <ul>
            {often.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}

interface LookupCardProps {
  readonly title?: string
  readonly action: string
  readonly method?: 'get' | 'post'
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly labelUnseen?: boolean
  readonly value?: string
  readonly placeholder?: string
  readonly submit: string
  readonly error?: string
  readonly more?: { readonly href: string; readonly text: string; readonly icon: IconName }
  /** Without the white card, inside other text. */
  readonly bare?: boolean
}

/** One code in, one answer out. */
export function LookupCard({
  title,
  action,
  method = 'get',
  name,
  id = name,
  label,
  labelUnseen,
  value,
  placeholder,
  submit,
  error,
  more,
  bare,
}: LookupCardProps) {
  return (
    <form className={classes('lookup', !bare && 'card')} action={action} method={method} noValidate>
      {title && <h2>{title}</h2>}
      <label htmlFor={id} className={labelUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert-circle" />
          <span>{error}</span>
        </p>
      )}
      <div className="lookup-row">
        <input
          className="input"
          id={id}
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="characters"
          aria-invalid={error ? true : undefined}
          aria-describedby={error && `${id}-error`}
        />
        <button className="button button-primary" type="submit">
          {submit}
        </button>
      </div>
      {more && <LinkList links={[more]} />}
    </form>
  )
}

interface ListLink {
  readonly href: string
  readonly text: string
  readonly icon?: IconName
}

/** Ways on, one under the other, each with its sign. */
export function LinkList({ links }: { readonly links: readonly ListLink[] }) {
  return (
    <ul className="links">
      {links.map((link) => (
        <li key={link.href + link.text}>
          {link.icon && <Icon name={link.icon} />}
          <a href={link.href}>{link.text}</a>
        </li>
      ))}
    </ul>
  )
}

/** The coloured ground of the home page; `picture` (an inline SVG) lies behind. */
export function Hero({
  picture,
  aside,
  children,
}: {
  readonly picture?: ReactNode
  readonly aside: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="hero">
      {picture !== undefined && (
        <div className="hero-picture" aria-hidden="true">
          {picture}
        </div>
      )}
      <div className="measure hero-in">
        <div>{children}</div>
        {aside}
      </div>
    </div>
  )
}
