import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** What takes the keys of whoever goes on with the keyboard. */
const focusable = 'input:not([type=hidden]), select, textarea, a[href], button:not([tabindex="-1"])'

/**
 * Whoever adds, moves or takes an element away is led on without the mouse, too: to the first field of what was added, to the same button
 * after a move, to the neighbour of what is gone or to where the next is added. The address says where (`readPost`), as it does without a
 * script; what is only opened is looked at and leaves the keys where they are.
 */
export function useLedFocus(): void {
  const location = useLocation()
  const pressed = useRef<string>(undefined)
  useEffect(() => {
    const onSubmit = ({ submitter }: SubmitEvent) => {
      pressed.current = submitter instanceof HTMLButtonElement && submitter.name === 'do' ? submitter.value : undefined
    }
    window.addEventListener('submit', onSubmit, true)
    return () => window.removeEventListener('submit', onSubmit, true)
  }, [])
  useEffect(() => {
    const value = pressed.current
    pressed.current = undefined
    if (value === undefined || !/^(add|move|remove)\b/.test(value)) return
    const place = placeOf(location.hash.slice(1))
    const again = value.startsWith('move') && place?.querySelector(`button[value="${value}"]`)
    const found = again || place?.querySelector(focusable)
    if (found instanceof HTMLElement) found.focus()
  }, [location])
}

/** A part of the page by its id; of a line that is not listed that of what holds it. */
function placeOf(id: string): Element | undefined {
  for (let name = id; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('-')))) {
    const found = document.getElementById(name)
    if (found !== null) return found
  }
  return undefined
}
