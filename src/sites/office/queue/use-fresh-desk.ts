import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import type { DeskView } from './desk.tsx'

/** Where the desk is read and acted upon. */
export const deskAddress = '/can-bo/quay/goi-so'

/**
 * The officer's desk, read anew every so often, apart from the page, which may be long and is being typed into. Undefined where there
 * is none, or it is not known yet.
 */
export function useFreshDesk(everyMs: number, known?: DeskView): DeskView | undefined {
  const { load, data } = useFetcher<{ readonly view: DeskView | null }>()
  const hasNone = data?.view === null
  useEffect(() => {
    if (hasNone) return
    if (known === undefined) void load(deskAddress)
    const timer = setInterval(() => void load(deskAddress), everyMs)
    return () => clearInterval(timer)
  }, [load, everyMs, known, hasNone])
  return data?.view ?? known
}
