import { useEffect, useRef } from 'react'
import { readScan } from './card.ts'
import { createScanReader } from './scanned-keys.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Hears what a scanner types anywhere on the page. Into a field that has the focus it types, too: the field is put back as it was before. What else
 * is typed into a field is the field's.
 */
export function useScanner(onScan: (text: string) => void): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const reader = createScanReader()
    let fieldBefore: string | undefined
    const onKey = (event: KeyboardEvent) => {
      const field = (event.target as Element).closest?.<Field>('input, textarea') ?? undefined
      const isWithin = reader.isWithin(event)
      if (!isWithin) fieldBefore = field?.value
      // A name has spaces, which would press the button that has the focus.
      if (isWithin && event.key === ' ' && field === undefined) event.preventDefault()
      const text = reader.read(event)
      if (text === undefined || (field !== undefined && readScan(text, new Date()) === undefined)) return
      // Else Enter would press the button that has the focus, and Tab move it.
      event.preventDefault()
      if (field !== undefined && fieldBefore !== undefined) putBack(field, fieldBefore)
      // The page has drawn by then what its field holds again.
      setTimeout(() => latest.current(text))
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}

/** As if it had been typed: what a page knows of a field it hears from its `input` event. */
function putBack(field: Field, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
