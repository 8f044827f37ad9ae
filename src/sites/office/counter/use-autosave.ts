import { useEffect, useState, type RefObject } from 'react'
import { Autosave, type AutosaveGiven, type Kept, type Saving } from '../autosave.ts'
import { usePageLife } from '../use-page-life.ts'
import { typedText } from './typed-form.ts'

interface AutosaveAsked<Saved extends Kept> extends Pick<AutosaveGiven<Saved>, 'requestOf'> {
  readonly form: RefObject<HTMLFormElement | null>
  /** What was saved before: how far, and when. */
  readonly before: Kept | undefined
  /** The form itself is being sent. */
  readonly isSending: boolean
  /** What the answer to a form that was sent says was kept. */
  readonly sent?: Saved | undefined
  /** Hears what followed when it was saved, in the first one that it is given. */
  readonly onSaved?: (saved: Saved) => void
}

/** Saves the form as it is typed; answers how that goes. */
export function useAutosave<Saved extends Kept>(asked: AutosaveAsked<Saved>) {
  const { form, before, requestOf, isSending, sent, onSaved } = asked
  const [saving, setSaving] = useState<Saving | undefined>(before && { state: 'saved', at: before.savedAt })
  const [autosave] = useState(
    () =>
      new Autosave<Saved>({
        text: () => (form.current === null ? undefined : typedText(form.current)),
        requestOf,
        revision: before?.revision,
        tell: (now, kept) => {
          setSaving(now)
          if (kept !== undefined) onSaved?.(kept)
        },
      }),
  )

  useEffect(() => {
    if (isSending) autosave.pause()
    else autosave.goOn()
  }, [autosave, isSending])
  useEffect(() => {
    if (sent !== undefined) autosave.wasSent(sent)
  }, [autosave, sent])
  usePageLife(autosave)

  return { saving, later: () => autosave.later(), settle: () => autosave.settle() }
}
