import { useEffect, useRef, useState } from 'react'
import { showClock } from '#values/show-time.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'
import type { SavedNoteProps } from '#ui/portal/SavedNote.tsx'

const words = {
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved at {time}' },
  failed: {
    vi: 'Chưa lưu được, đang thử lại; chữ vẫn còn trong máy này',
    en: 'Not saved yet, trying again; your text is still here',
  },
} as const satisfies Record<string, Words>

type Saving = { readonly state: 'saving' | 'failed' } | { readonly state: 'saved'; readonly at: Date }

/** Saves a second after the last key, and tries again when the line is back; nothing typed waits for "Tiếp tục". */
export function useAutosave(language: Language): SavedNoteProps | undefined {
  const [saving, setSaving] = useState<Saving>()
  const timer = useRef<number>(undefined)
  useEffect(() => {
    const form = document.getElementById('question') as HTMLFormElement | null
    if (form === null) return
    const save = async () => {
      setSaving({ state: 'saving' })
      const post = new URLSearchParams(new FormData(form) as never)
      const sent = await fetch(`${location.pathname}.data`, {
        method: 'POST',
        body: post,
        headers: { 'x-autosave': 'yes' },
      }).catch(() => undefined)
      if (sent?.ok) setSaving({ state: 'saved', at: new Date() })
      else {
        setSaving({ state: 'failed' })
        timer.current = window.setTimeout(() => void save(), 5000)
      }
    }
    const later = () => {
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), 1000)
    }
    form.addEventListener('input', later)
    return () => {
      clearTimeout(timer.current)
      form.removeEventListener('input', later)
    }
  }, [])
  if (saving === undefined) return undefined
  const { state } = saving
  const text = state === 'saved' ? fill(words.saved, { time: showClock(saving.at) }) : words[state]
  return { state, text: say(text, language) }
}
