import { useEffect, useId, useRef, type ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'

interface DialogProps {
  readonly language: Language
  readonly open: boolean
  /** Called for Escape, the cross and a press beside the dialog; the owner then sets `open` to false. */
  readonly onClose: () => void
  readonly title: string
  readonly subtitle?: string
  readonly badge?: ReactNode
  /** `normal` 560 px, `wide` 880 px, `whole` leaves a rim. */
  readonly size?: 'normal' | 'wide' | 'whole'
  /** Left text and buttons at the foot. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/**
 * The browser's own `<dialog>`: it keeps the focus inside and gives it back on closing. Mark the first required field with
 * `autoFocus`. Renders nothing while closed.
 */
export function Dialog({
  language,
  open,
  onClose,
  title,
  subtitle,
  badge,
  size = 'normal',
  foot,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const element = dialog.current
    const from = document.activeElement as HTMLElement | null
    if (element && !element.open) element.showModal()
    // React takes the element away with `open`, so the browser never closes it: the focus goes back by hand.
    return () => from?.focus?.()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog-in">
        <header>
          <div>
            <h2 id={id}>{title}</h2>
            {subtitle && <p>{subtitle}</p>}
          </div>
          {badge}
          <button type="button" className="icon-button" aria-label={say(words.close, language)} onClick={onClose}>
            <Icon name="x" />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        {foot !== undefined && <footer>{foot}</footer>}
      </div>
    </dialog>
  )
}
