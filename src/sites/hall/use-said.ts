import { useEffect, useState } from 'react'
import type { Words } from '#values/words.ts'

/** So long an answer stays in sight, whatever the page loads anew meanwhile. */
const readMs = 10_000

/** What was said last, until it has been read: loading a page anew forgets what its form answered. */
export function useSaid(answered: Words | undefined): Words | undefined {
  const [said, setSaid] = useState(answered)
  useEffect(() => {
    if (answered === undefined) return
    setSaid(answered)
  }, [answered])
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => setSaid(undefined), readMs)
    return () => clearTimeout(timer)
  }, [said])
  return said
}
