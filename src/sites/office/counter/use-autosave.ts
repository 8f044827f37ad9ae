import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { Autosave, type AutosaveGiven, type Saved, type Saving } from './autosave.ts'

/** What was saved before: how far, and when. */
export type SavedBefore = Pick<Saved, 'revision' | 'savedAt'>

interface AutosaveAsked extends Pick<AutosaveGiven, 'requestOf'> {
  readonly form: RefObject<HTMLFormElement | null>
  readonly before: SavedBefore | undefined
  /** The form itself is being sent. */
  readonly isSending: boolean
  /** What the answer to a form that was sent says was kept. */
  readonly sent: Saved | undefined
}

/** Saves the form as it is typed; answers how that goes, and what followed from the answers when it was last saved. */
export function useAutosave({ form, before, requestOf, isSending, sent }: AutosaveAsked) {
  const [saving, setSaving] = useState<Saving | undefined>(before && { state: 'saved', at: before.savedAt })
  const [saved, setSaved] = useState<Saved>()
  const [autosave] = useState(
    () =>
      new Autosave({
        form: () => form.current,
        requestOf,
        revision: before?.revision,
        tell: (now, kept) => {
          setSaving(now)
          if (kept !== undefined) setSaved(kept)
        },
      }),
  )

  useEffect(() => autosave.begin(), [autosave])
  useEffect(() => {
    if (isSending) autosave.pause()
    else autosave.goOn()
  }, [autosave, isSending])
  useEffect(() => {
    if (sent !== undefined) autosave.wasSent(sent)
  }, [autosave, sent])
  // Before the form is gone from the page.
  useLayoutEffect(() => {
    const leave = () => void autosave.save(true)
    const onHide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onHide)
      leave()
    }
  }, [autosave])

  return { saving, saved, later: () => autosave.later() }
}
