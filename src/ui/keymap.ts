import { useEffect, useRef } from 'react'
import { say, type Language, type Words } from '#values/words.ts'

interface KeyEntry {
  /** As `keyOf` writes a press: lower case, `ctrl ` before, a space between two presses in a row. */
  readonly keys: readonly string[]
  /** As printed on the key caps. */
  readonly caps: readonly string[]
  readonly words: Words
}

/** The one keymap of the whole office. A screen binds names; letters are written nowhere else. */
export const keymap = {
  next: { keys: ['j', 'arrowdown'], caps: ['J'], words: { vi: 'xuống', en: 'next' } },
  previous: { keys: ['k', 'arrowup'], caps: ['K'], words: { vi: 'lên', en: 'previous' } },
  open: { keys: ['enter'], caps: ['Enter'], words: { vi: 'mở', en: 'open' } },
  back: { keys: ['escape'], caps: ['Esc'], words: { vi: 'quay lại', en: 'back' } },
  mark: { keys: ['x'], caps: ['X'], words: { vi: 'chọn nhiều', en: 'mark' } },
  done: { keys: ['e'], caps: ['E'], words: { vi: 'xong, sang việc kế', en: 'done, next' } },
  pin: { keys: ['m'], caps: ['M'], words: { vi: 'ghim', en: 'pin' } },
  undo: { keys: ['z'], caps: ['Z'], words: { vi: 'hoàn tác', en: 'undo' } },
  later: { keys: ['h'], caps: ['H'], words: { vi: 'nhắc lại sau', en: 'remind later' } },
  earlier: { keys: ['['], caps: ['['], words: { vi: 'lùi', en: 'earlier' } },
  onward: { keys: [']'], caps: [']'], words: { vi: 'tới', en: 'later' } },
  search: { keys: ['/'], caps: ['/'], words: { vi: 'ô tìm', en: 'search here' } },
  submit: { keys: ['t'], caps: ['T'], words: { vi: 'trình', en: 'submit up' } },
  pass: { keys: ['c'], caps: ['C'], words: { vi: 'chuyển', en: 'pass on' } },
  return: { keys: ['r'], caps: ['R'], words: { vi: 'trả lại', en: 'return' } },
  opinion: { keys: ['y'], caps: ['Y'], words: { vi: 'ý kiến', en: 'opinion' } },
  keys: { keys: ['?'], caps: ['?'], words: { vi: 'phím tắt', en: 'keys' } },
  palette: { keys: ['ctrl k'], caps: ['Ctrl K'], words: { vi: 'tìm và làm mọi việc', en: 'everything else' } },
  send: { keys: ['ctrl enter'], caps: ['Ctrl Enter'], words: { vi: 'gửi', en: 'send' } },
  fold: { keys: ['ctrl \\'], caps: ['Ctrl \\'], words: { vi: 'thu gọn mục chính', en: 'fold the menu' } },
  goInbox: { keys: ['g i'], caps: ['G', 'I'], words: { vi: 'hộp việc', en: 'inbox' } },
  goD: { keys: ['g d'], caps: ['G', 'D'], words: { vi: 'hồ sơ', en: 'dossiers' } },
} as const satisfies Record<string, KeyEntry>

export type KeyName = keyof typeof keymap

/** A key and what it does, as the key bar shows it. */
export interface Hint {
  readonly caps: readonly string[]
  readonly text: string
}

/** The hint of a name in one language; `text` where the screen has a closer word. */
export const hintOf = (name: KeyName, language: Language, text?: string): Hint => ({
  caps: keymap[name].caps,
  text: text ?? say(keymap[name].words, language),
})

/** Both ways through a list as one hint. */
export const moveHint = (language: Language): Hint => ({
  caps: [...keymap.next.caps, ...keymap.previous.caps],
  text: `${say(keymap.next.words, language)}, ${say(keymap.previous.words, language)}`,
})

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A press as the keymap writes it. The digit row of Vietnamese layouts gives letters, so digits are read from its place. */
export function keyOf(press: Press): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const key = digit !== undefined && !press.shiftKey ? digit : press.key.toLowerCase()
  return `${press.ctrlKey || press.metaKey ? 'ctrl ' : ''}${press.altKey ? 'alt ' : ''}${key}`
}

/** Whether a press belongs to a field being typed in: everything but Ctrl combinations, function keys and Escape. */
export function isTyping(target: EventTarget | null, press: Press): boolean {
  if (press.ctrlKey || press.metaKey || press.key === 'Escape' || /^F\d+$/.test(press.key)) return false
  const element = target as Element | null
  return (
    element?.closest?.(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]',
    ) != null
  )
}

type Binding = (event: KeyboardEvent) => void

export type Bindings = { readonly [name in KeyName]?: Binding } & {
  /** Presses of this screen alone, written like `f2`, `1`, `alt arrowup`. */
  readonly extra?: Readonly<Record<string, Binding>>
}

const sequencePause = 1500

/** Binds names of the keymap while the screen is shown. Off while typing, while a dialog is open, and during composition. */
export function useKeys(bindings: Bindings, options: { readonly inDialog?: boolean } = {}) {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const { inDialog = false } = options
  useEffect(() => {
    let before: { key: string; at: number } | undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target, event)) return
      if (!inDialog && document.querySelector('dialog[open]')) return
      const key = keyOf(event)
      const inARow = before && event.timeStamp - before.at < sequencePause ? `${before.key} ${key}` : undefined
      before = { key, at: event.timeStamp }
      // Enter and Space on a focused link or button mean that link or button.
      if (key === 'enter' && (event.target as Element).closest?.('a, button, summary')) return
      const binding = (inARow && bindingOf(latest.current, inARow)) ?? bindingOf(latest.current, key)
      if (!binding) return
      event.preventDefault()
      before = undefined
      binding(event)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [inDialog])
}

function bindingOf(bindings: Bindings, key: string): Binding | undefined {
  for (const name of Object.keys(keymap) as KeyName[]) {
    if ((keymap[name].keys as readonly string[]).includes(key) && bindings[name]) return bindings[name]
  }
  return bindings.extra?.[key]
}
