import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { typedText, type SaveRequest } from './typed-form.ts'

export type Saved = Awaited<ReturnType<Client['services']['saveCounterDraft']>>

/** What was saved before: how far, and when. */
export type SavedBefore = Pick<Saved, 'revision' | 'savedAt'>

export type Saving =
  | { readonly state: 'saving' | 'failed' }
  | { readonly state: 'saved'; readonly at: Date }
  /** A colleague or another window goes on with it: nothing of theirs is written over. */
  | { readonly state: 'stopped'; readonly words: Words }

interface AutosaveAsked {
  readonly form: RefObject<HTMLFormElement | null>
  readonly before: SavedBefore | undefined
  /** The draft to save for this text. */
  readonly requestOf: (text: string) => Omit<SaveRequest, 'revision'>
  /** The form itself is being sent: nothing is saved meanwhile. */
  readonly isSending: boolean
}

/**
 * Keeps the form of the counter on the server a second after the last change, tries again when the line is back, and saves at once
 * when the page is left. `later` is to be called when something may have changed.
 */
export function useAutosave({ form, before, requestOf, isSending }: AutosaveAsked) {
  const [saving, setSaving] = useState<Saving | undefined>(before && { state: 'saved', at: before.savedAt })
  const [saved, setSaved] = useState<Saved>()
  const timer = useRef<number>(undefined)
  const under = useRef<AbortController>(undefined)
  // The text and revision that the server has; without a text, what stood there at first is not known yet.
  const kept = useRef<{ text?: string; revision: number | undefined; isOver?: boolean }>({ revision: before?.revision })

  const save = useCallback(
    async (isLeaving = false) => {
      clearTimeout(timer.current)
      const text = form.current === null ? undefined : typedText(form.current)
      const { text: known, revision, isOver } = kept.current
      if (text === undefined || text === known || isOver === true) return
      if (under.current !== undefined && !isLeaving) {
        timer.current = window.setTimeout(() => void save(), 1000)
        return
      }
      setSaving({ state: 'saving' })
      const request = new AbortController()
      under.current = request
      const { id, ...draft } = requestOf(text)
      const sent = await fetch(`/api/services/counter-drafts/${id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...draft, revision }),
        signal: request.signal,
        keepalive: isLeaving,
      }).catch(() => undefined)
      const answer: unknown = await sent?.json().catch(() => undefined)
      if (request.signal.aborted) return
      under.current = undefined
      if (sent?.ok) {
        const now = revived(answer as Saved)
        kept.current = { text, revision: now.revision }
        setSaving({ state: 'saved', at: now.savedAt })
        setSaved(now)
      } else if (sent?.status === 409) {
        kept.current = { ...kept.current, isOver: true }
        setSaving({ state: 'stopped', words: (answer as { words: Words }).words })
      } else {
        setSaving({ state: 'failed' })
        if (sent?.status !== 422) timer.current = window.setTimeout(() => void save(), 5000)
      }
    },
    [form, requestOf],
  )

  const later = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(), 1000)
  }, [save])

  /** The form was sent and looked at: what the server kept of it. */
  const wasSent = useCallback(
    (now: Saved) => {
      kept.current = { ...(form.current && { text: typedText(form.current) }), revision: now.revision }
      setSaving({ state: 'saved', at: now.savedAt })
      setSaved(now)
    },
    [form],
  )

  useEffect(() => {
    if (form.current !== null) kept.current.text ??= typedText(form.current)
  }, [form])

  useEffect(() => {
    if (!isSending) return
    clearTimeout(timer.current)
    under.current?.abort()
    under.current = undefined
  }, [isSending])

  useEffect(() => {
    const leave = () => void save(true)
    const onHide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [save])

  return { saving, saved, later, wasSent }
}

/** Instants come as text. */
const revived = (saved: Saved): Saved => ({
  ...saved,
  savedAt: new Date(saved.savedAt),
  promised: new Date(saved.promised),
})
