import { useLayoutEffect } from 'react'
import type { Autosave } from './autosave.ts'

/** Begins with what stands there as soon as it is shown, before a key can reach it; saves at once when the page is left or hidden. */
export function usePageLife(autosave: Pick<Autosave<never>, 'begin' | 'save'>): void {
  useLayoutEffect(() => {
    autosave.begin()
    const leave = () => void autosave.save(true)
    const onHide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onHide)
      // Before the form is gone.
      leave()
    }
  }, [autosave])
}
