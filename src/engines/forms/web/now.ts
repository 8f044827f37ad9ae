import type { ProblemPlace } from '#values/errors.ts'
import type { Answers } from '../form.ts'

/** What stands on a question page while someone fills it in. */
export interface Now {
  /** What the server gave last, to notice when it gives something else. */
  readonly given: string
  readonly draft: Answers
  readonly places: readonly ProblemPlace[]
  /** Rises when rows come or go, so that their inputs are drawn anew from the answers. */
  readonly version: number
  readonly focus?: string | undefined
}

/** How a page starts. */
export const begin = (draft: Answers, places: readonly ProblemPlace[]): Now => ({
  given: stamp(draft, places),
  draft,
  places,
  version: 0,
})

/**
 * The page came back. If it was only saved, what stands on it is newer than what was saved and stays. If something is wrong,
 * the server's reading counts; inputs are still left alone, so that nobody loses a letter, unless it has other rows.
 */
export function cameBack(now: Now, draft: Answers, places: readonly ProblemPlace[]): Now {
  const given = stamp(draft, places)
  if (given === now.given) return now
  if (places.length === 0) return { ...now, given, places, focus: undefined }
  const sameRows = Object.keys({ ...now.draft, ...draft }).every((id) => rowsIn(now.draft[id]) === rowsIn(draft[id]))
  return { given, draft, places, version: sameRows ? now.version : now.version + 1 }
}

/** A button added or took out a row. Errors of rows that moved no longer say where they belong; the new row, or the group, takes the focus. */
export function afterButton(now: Now, draft: Answers, button: string): Now {
  const group = button.replace(/^(add|remove):|\.\d+$/g, '')
  return {
    given: now.given,
    draft,
    places: now.places.filter(({ path }) => path !== group && !path.startsWith(`${group}.`)),
    version: now.version + 1,
    focus: button.startsWith('add:') ? `${group}.${Math.max(rowsIn(draft[group]) - 1, 0)}` : group,
  }
}

const stamp = (draft: Answers, places: readonly ProblemPlace[]): string => JSON.stringify([draft, places])

const rowsIn = (value: unknown): number =>
  Array.isArray(value) && value.every((row) => typeof row === 'object') ? value.length : 0
