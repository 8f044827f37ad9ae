import { useMemo, useSyncExternalStore } from 'react'

interface Draft {
  readonly chosen: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
}

const keyOf = (id: string): string => `bo-sung ${id}`

/** Keeps what was pinned and written on this machine, for this tab's life; true when kept. */
export function keepDraft(id: string, draft: Draft): boolean {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

const keptText = (id: string): string | null => {
  try {
    return sessionStorage.getItem(keyOf(id))
  } catch {
    return null
  }
}

const never = () => () => {}

/** The draft kept on this machine, once the script runs. */
export function useKeptDraft(id: string): Draft | undefined {
  const text = useSyncExternalStore(
    never,
    () => keptText(id),
    () => null,
  )
  return useMemo(() => (text === null ? undefined : (JSON.parse(text) as Draft)), [text])
}

export function forgetDraft(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id))
  } catch {
    // Nothing was kept.
  }
}
