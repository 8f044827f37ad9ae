import { setTimeout as pause } from 'node:timers/promises'

/** Whoever asks whether we are ready waits no longer for it: a slow answer would pass for a dead process. */
const longestMs = 150
/** Older than this an answer says nothing. */
const freshMs = 5000

/** Asks whether the database answers, one question at a time however many want to know. */
export function createProbe(ask: () => Promise<boolean>, clock = () => performance.now()): () => Promise<boolean> {
  let last: { readonly isThere: boolean; readonly at: number } | undefined
  let asking: Promise<boolean> | undefined
  const probe = async () => {
    const isThere = await ask().catch(() => false)
    last = { isThere, at: clock() }
    asking = undefined
    return isThere
  }
  return async () => {
    asking ??= probe()
    const answer = await Promise.race([asking, pause(longestMs, undefined, { ref: false })])
    return answer ?? (last !== undefined && clock() - last.at < freshMs && last.isThere)
  }
}
