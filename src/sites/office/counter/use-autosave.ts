import { useEffect, useState, type RefObject } from 'react'
import type { Client } from '#engines/contract.ts'
import { Autosave, type Saving } from '../autosave.ts'
import { usePageLife } from '../use-page-life.ts'
import { typedText, type SaveRequest } from './typed-form.ts'

export type Saved = Awaited<ReturnType<Client['services']['saveCounterDraft']>>

/** What was saved before: how far, and when. */
export type SavedBefore = Pick<Saved, 'revision' | 'savedAt'>

interface AutosaveAsked {
  /** The draft to save for this text. */
  readonly requestOf: (text: string) => Omit<SaveRequest, 'revision'>
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
      new Autosave<Saved>({
        text: () => (form.current === null ? undefined : typedText(form.current)),
        requestOf: (text) => {
          const { id, ...body } = requestOf(text)
          return { path: `/services/counter-drafts/${id}`, body }
        },
        revision: before?.revision,
        tell: (now, kept) => {
          setSaving(now)
          if (kept !== undefined) setSaved({ ...kept, promised: new Date(kept.promised) })
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

  return { saving, saved, later: () => autosave.later() }
}
