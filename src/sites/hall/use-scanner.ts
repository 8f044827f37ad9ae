import { useEffect, useRef } from 'react'
import { longestScan } from './card.ts'

/** A scanner types faster than people: what comes slower than this is something else. */
const pauseMs = 400

/** Hears what a scanner types anywhere on the page, ended by Enter; what is typed into a field is the field's. */
export function useScanner(onScan: (text: string) => void): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    let typed = ''
    let before = 0
    const onKey = (event: KeyboardEvent) => {
      if ((event.target as Element).closest?.('input, textarea')) return
      if (event.timeStamp - before > pauseMs) typed = ''
      before = event.timeStamp
      if (event.key.length === 1 && typed.length <= longestScan) typed += event.key
      if (event.key !== 'Enter' || typed.length < 8) return
      // Else Enter would press the button that has the focus.
      event.preventDefault()
      latest.current(typed)
      typed = ''
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}
