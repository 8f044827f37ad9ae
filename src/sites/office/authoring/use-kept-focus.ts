import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Lines that come and go are drawn anew: whoever was in one stays at its place, without the mouse too. Where that is gone, such as with a
 * line that was taken away, the nearest place around it.
 */
export function useKeptFocus(form: RefObject<HTMLFormElement | null>) {
  const last = useRef<Element>(null)
  useEffect(() => {
    if (last.current?.isConnected !== false || document.activeElement !== document.body) return
    for (let name = placeOf(last.current); name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
      const found = [...(form.current?.elements ?? [])].find((one) => isField(one) && isAt(one.name, name))
      if (found instanceof HTMLElement) return found.focus()
    }
  })
  return (event: FocusEvent) => {
    last.current = event.target
  }
}

/** The name of a field, or of where a button has put something: a case that went up stands one before. */
function placeOf(element: Element): string {
  if (!(element instanceof HTMLButtonElement)) return element.getAttribute('name') ?? ''
  const [act, how, place = ''] = element.value.split(' ')
  if (act !== 'case' || how !== 'up') return place
  return place.replace(/\d+$/, (at) => String(Math.max(0, Number(at) - 1)))
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (element: Element): element is Field =>
  (element instanceof HTMLInputElement && element.type !== 'hidden') ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement

const isAt = (name: string, place: string): boolean => name === place || name.startsWith(`${place}.`)
