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

export function keptDraft(id: string): Draft | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(id))
    return kept === null ? undefined : (JSON.parse(kept) as Draft)
  } catch {
    return undefined
  }
}

export function forgetDraft(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id))
  } catch {
    // Nothing was kept.
  }
}
