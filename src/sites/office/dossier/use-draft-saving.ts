import { useEffect, useState, type RefObject } from 'react'
import type { Client } from '#engines/contract.ts'
import { Autosave, type Saving } from '../autosave.ts'
import { usePageLife } from '../use-page-life.ts'
import type { OfficeDossier } from '../acts/acts.ts'
import { readDocument } from './save-result.ts'

type Saved = Awaited<ReturnType<Client['services']['saveResult']>>

interface DraftSavingAsked {
  readonly form: RefObject<HTMLFormElement | null>
  readonly dossierId: string
  readonly result: NonNullable<OfficeDossier['result']>
  readonly onSaved: (revision: number) => void
}

/**
 * Saves the draft of a result as it is typed, and before anything else on the page is sent: whoever passes a dossier on passes on what
 * they see. What cannot be saved keeps the page where it is.
 */
export function useDraftSaving({ form, dossierId, result, onSaved }: DraftSavingAsked) {
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: result.savedAt })
  const [revision, setRevision] = useState(result.revision)
  const [isBehind, setBehind] = useState(false)
  const [autosave] = useState(
    () =>
      new Autosave<Saved>({
        text: () => (form.current === null ? undefined : JSON.stringify(readDocument(new FormData(form.current)))),
        requestOf: (text) => ({
          path: `/services/dossiers/${dossierId}/result`,
          body: { template: result.template, document: JSON.parse(text) as object },
        }),
        revision: result.revision,
        tell: (now, saved, isStillBehind = false) => {
          setSaving(now)
          if (saved === undefined) return
          setBehind(isStillBehind)
          setRevision(saved.revision)
          onSaved(saved.revision)
        },
      }),
  )
  usePageLife(autosave)

  useEffect(() => {
    const saveFirst = (event: SubmitEvent) => {
      const sent = event.target as HTMLFormElement
      if (sent !== form.current && !autosave.isBehind()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void autosave.settle().then((isKept) => isKept && sent !== form.current && sent.requestSubmit(event.submitter))
    }
    // Before React hears of it.
    window.addEventListener('submit', saveFirst, true)
    return () => window.removeEventListener('submit', saveFirst, true)
  }, [autosave, form])

  return {
    saving,
    revision,
    isBehind,
    onChange: () => {
      setBehind(autosave.isBehind())
      autosave.later()
    },
  }
}
