import { useState } from 'react'
import { useLocation } from 'react-router'
import { onceField } from '#values/send-once.ts'

/**
 * The key of a form, new whenever the page is loaded or, in place, led on by an act: pressed twice or sent again over a broken
 * line, it is done once and answered the same. Not for forms that save what is typed: what is typed last must win.
 */
export function SendOnce() {
  const [drawn] = useState(randomKey)
  const { key } = useLocation()
  // The server's key stands until the page is hydrated; then the browser's own does.
  return <input type="hidden" name={onceField} value={`${drawn}.${key}`} suppressHydrationWarning />
}

/** What nobody guesses and nobody else has. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('')
