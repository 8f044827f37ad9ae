import { useEffect, useState } from 'react'
import type { Words } from '#values/words.ts'

/** So long an answer stays in sight, whatever the page loads anew meanwhile. */
const readMs = 10_000

/** What was said last, until it has been read: loading a page anew forgets what its form answered. */
export function useSaid(answered: Words | undefined): Words | undefined {
  const [kept, setKept] = useState(answered)
  if (answered !== undefined && answered !== kept) setKept(answered)
  useEffect(() => {
    if (kept === undefined) return
    const timer = setTimeout(() => setKept(undefined), readMs)
    return () => clearTimeout(timer)
  }, [kept])
  return answered ?? kept
}
