import { useRef, type ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'
import type { ActProps } from './Button.tsx'

interface MenuProps {
  readonly label: string
  readonly icon?: IconName
  /** Words on the button instead of a sign alone. */
  readonly text?: string
  readonly items: readonly (Pick<ActProps, 'icon' | 'cap' | 'href' | 'onAct' | 'name' | 'value'> & {
    readonly text: string
  })[]
}

/** Less common actions behind one button: `<details>`, so it opens without a script; Escape and leaving it close it. */
export function Menu({ label, icon = 'dots', text, items }: MenuProps): ReactNode {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => details.current?.removeAttribute('open')
  return (
    <details
      ref={details}
      className="menu"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null && close()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        event.stopPropagation()
        close()
        details.current.querySelector('summary')?.focus()
      }}
    >
      <summary
        className={text ? 'chip' : 'icon-button'}
        aria-label={text ? undefined : label}
        title={text ? undefined : label}
      >
        {text}
        <Icon name={text ? 'chevron-down' : icon} />
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.text}>
            {item.href === undefined ? (
              <button
                type={item.onAct ? 'button' : 'submit'}
                name={item.name}
                value={item.value}
                onClick={() => {
                  close()
                  item.onAct?.()
                }}
              >
                {item.icon && <Icon name={item.icon} />}
                <span>{item.text}</span>
                {item.cap && <kbd>{item.cap}</kbd>}
              </button>
            ) : (
              <a href={item.href}>
                {item.icon && <Icon name={item.icon} />}
                <span>{item.text}</span>
                {item.cap && <kbd>{item.cap}</kbd>}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
