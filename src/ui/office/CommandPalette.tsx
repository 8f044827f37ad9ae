import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'

export interface PaletteItem {
  readonly id: string
  readonly icon: IconName
  /** Odd pieces are marked. */
  readonly pieces: readonly string[]
  readonly note?: string
  readonly right?: ReactNode
  readonly cap?: string
  readonly href?: string
  readonly onAct?: () => void
}

interface CommandPaletteProps {
  readonly language: Language
  readonly open: boolean
  readonly onClose: () => void
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly groups: readonly { readonly title: string; readonly items: readonly PaletteItem[] }[]
  /** Where is searched: "Trong Sở Công Thương". */
  readonly scope?: ReactNode
  readonly footText?: string
}

/** Ctrl K: everything by its name. The owner searches; arrows move, Enter opens, Ctrl Enter opens a new tab, Tab next group. */
export function CommandPalette({
  language,
  open,
  onClose,
  placeholder,
  text,
  onText,
  groups,
  scope,
  footText,
}: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [active, setActive] = useState(0)
  const items = groups.flatMap((group) => group.items)
  useEffect(() => {
    if (!open) return
    const from = document.activeElement as HTMLElement | null
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
    return () => from?.focus?.()
  }, [open])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  if (!open) return null

  const run = (item: PaletteItem, newTab: boolean) => {
    if (item.onAct) item.onAct()
    else if (item.href && newTab) window.open(item.href, '_blank', 'noopener')
    else if (item.href) window.location.assign(item.href)
    if (!newTab) onClose()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moved = nextActive(event, active, groups)
    if (moved !== undefined) {
      event.preventDefault()
      setActive(moved)
    } else if (event.key === 'Enter' && items[active]) {
      event.preventDefault()
      run(items[active], event.ctrlKey)
    }
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={placeholder}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="palette-in">
        <div className="palette-head">
          <Icon name="search" />
          <input
            role="combobox"
            aria-label={placeholder}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={items[active] && `${id}-${active}`}
            aria-autocomplete="list"
            autoComplete="off"
            autoFocus
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              onText(event.target.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
          />
          {scope}
          <button type="button" className="kbd-button" onClick={onClose} aria-label={say(words.close, language)}>
            <kbd>Esc</kbd>
          </button>
        </div>
        <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={placeholder}>
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <p aria-hidden="true">{group.title}</p>
              {group.items.map((item) => {
                const here = items.indexOf(item)
                return (
                  <div
                    key={item.id}
                    id={`${id}-${here}`}
                    role="option"
                    aria-selected={here === active}
                    className="palette-item"
                    onMouseMove={() => here !== active && setActive(here)}
                    onClick={(event) => run(item, event.ctrlKey)}
                  >
                    <Icon name={item.icon} />
                    <span>
                      <b>
                        {item.pieces.map((piece, index) =>
                          index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
                        )}
                      </b>
                      {item.note && <small> {item.note}</small>}
                    </span>
                    {item.right}
                    {item.cap && <kbd>{item.cap}</kbd>}
                  </div>
                )
              })}
            </div>
          ))}
          {items.length === 0 && (
            <p className="palette-none" role="status">
              {say(words.nothingFound, language)}
            </p>
          )}
        </div>
        {footText && <p className="palette-foot">{footText}</p>}
      </div>
    </dialog>
  )
}

/** Where the arrows and Tab lead from `active`; undefined for any other key. */
function nextActive(
  event: Pick<React.KeyboardEvent, 'key' | 'shiftKey'>,
  active: number,
  groups: CommandPaletteProps['groups'],
): number | undefined {
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  if (count === 0) return undefined
  if (event.key === 'ArrowDown') return (active + 1) % count
  if (event.key === 'ArrowUp') return (active - 1 + count) % count
  if (event.key !== 'Tab') return undefined
  const starts = groups
    .filter((group) => group.items.length > 0)
    .map((_, at, full) => full.slice(0, at).reduce((sum, group) => sum + group.items.length, 0))
  return event.shiftKey
    ? (starts.findLast((start) => start < active) ?? starts.at(-1))
    : (starts.find((start) => start > active) ?? 0)
}
