import { useEffect, useRef, useState } from 'react'
import { showClock } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import { changedElsewhereStatus, overwriteField } from './ChangedElsewhere.tsx'
import type { SavedNoteProps } from '#ui/portal/SavedNote.tsx'

const words = {
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved at {time}' },
  failed: {
    vi: 'Chưa lưu được, đang thử lại; chữ vẫn còn trong máy này',
    en: 'Not saved yet, trying again; your text is still here',
  },
  signedOut: {
    vi: 'Chưa lưu được: hết phiên đăng nhập; chữ vẫn còn trong máy này',
    en: 'Not saved: signed out; your text is still here',
  },
  changedElsewhere: {
    vi: 'Chưa lưu: trang này vừa được sửa ở nơi khác; chữ vẫn còn ở đây',
    en: 'Not saved: the page was changed elsewhere; your text is still here',
  },
} as const satisfies Record<string, Words>

type Saving =
  | { readonly state: 'saving' | 'failed' | 'signedOut' | 'changedElsewhere'; readonly isHeld?: boolean }
  | { readonly state: 'saved'; readonly at: Date }

export interface Autosave {
  readonly note: SavedNoteProps | undefined
  /** The session has ended; nothing is tried until somebody has signed in again. */
  readonly isSignedOut: boolean
  /** The page was sent on and is still here, because what it says could not be saved; it goes on by itself. */
  readonly isHeld: boolean
  /** The page was changed elsewhere since it was read; nothing is saved until somebody chooses. */
  readonly isChangedElsewhere: boolean
  /** Saves what stands there: after signing in again. */
  saveNow(): void
}

/** What trying again does not mend. */
const stops = new Map([
  [401, 'signedOut'],
  [changedElsewhereStatus, 'changedElsewhere'],
] as const) as ReadonlyMap<number, 'signedOut' | 'changedElsewhere'>

/** A line that answers no sooner is taken for broken, and tried again. */
const longestMs = 20_000

/**
 * Saves a second after the last key, and tries again when the line is back; nothing typed waits for "Tiếp tục". What is left sooner,
 * by a link, by going back, for another app, is saved on the way out.
 */
export function useAutosave(language: Language): Autosave {
  const [saving, setSaving] = useState<Saving>()
  const timer = useRef<number>(undefined)
  const saveNow = useRef(() => {})
  useEffect(() => {
    const form = document.getElementById('question') as HTMLFormElement | null
    if (form === null) return
    const path = `${location.pathname}.data`
    const send = (how: RequestInit) =>
      fetch(path, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form) as never),
        headers: { 'x-autosave': 'yes' },
        ...how,
      }).catch(() => undefined)
    let typed = 0
    let kept = 0
    let isSaving = false
    let held: { readonly by: HTMLElement | null } | undefined
    const save = async () => {
      clearTimeout(timer.current)
      // One after the other, so that an older answer never overtakes a newer one; the one under way looks again.
      if (isSaving) return
      isSaving = true
      setSaving({ state: 'saving' })
      const saving = typed
      const sent = await send({ signal: AbortSignal.timeout(longestMs) })
      isSaving = false
      if (sent?.ok) {
        kept = saving
        if (kept !== typed) return later()
        setSaving({ state: 'saved', at: new Date() })
        if (held) form.requestSubmit(held.by)
        return
      }
      form.ariaBusy = null
      const stopped = stops.get(sent?.status ?? 0)
      setSaving({ state: stopped ?? 'failed', isHeld: held !== undefined })
      if (stopped === undefined) timer.current = window.setTimeout(() => void save(), 5000)
    }
    const later = () => {
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), held ? 0 : 1000)
    }
    const onInput = () => {
      typed++
      held = undefined
      form.ariaBusy = null
      later()
    }
    // Leaving for the next page with words that nobody has kept would lose them, if the line or the session is gone.
    const keepFirst = (event: SubmitEvent) => {
      if (kept === typed || event.submitter?.getAttribute('name') === overwriteField) return
      event.preventDefault()
      held = { by: event.submitter }
      form.ariaBusy = 'true'
      void save()
    }
    const leave = () => {
      if (kept === typed) return
      kept = typed
      void send({ keepalive: true })
    }
    const onHide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    // Back on a page that the browser kept as it was when it was left.
    const rest = () => {
      form.ariaBusy = null
    }
    saveNow.current = () => void save()
    form.addEventListener('input', onInput)
    form.addEventListener('submit', keepFirst)
    addEventListener('pageshow', rest)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer.current)
      leave()
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', keepFirst)
      removeEventListener('pageshow', rest)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [])
  return {
    note: saving && noteOf(saving, language),
    isSignedOut: saving?.state === 'signedOut',
    isChangedElsewhere: saving?.state === 'changedElsewhere',
    isHeld: saving !== undefined && 'isHeld' in saving && saving.isHeld === true,
    saveNow: () => saveNow.current(),
  }
}

function noteOf(saving: Saving, language: Language): SavedNoteProps {
  const { state } = saving
  const text = state === 'saved' ? fill(words.saved, { time: showClock(saving.at) }) : words[state]
  return { state: state === 'saving' || state === 'saved' ? state : 'failed', text: say(text, language) }
}
