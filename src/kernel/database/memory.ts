import type { Queries } from './connect.ts'

/** Backstop for a missed notice. Notices arrive in milliseconds, and everything is forgotten when their line was down. */
const usuallyMs = 30_000
const mostKept = 20_000

/** What one process keeps of what it read from a database. */
export interface Memory {
  find<Value>(key: string): { readonly value: Value } | undefined
  /** A mark of now: what is read from now on may be kept under it, unless everything is forgotten meanwhile. */
  mark(): number
  put(key: string, value: unknown, mark: number, longestMs: number): void
  forgetAll(): void
}

export function createMemory(): Memory {
  const kept = new Map<string, { value: unknown; until: number }>()
  let times = 0
  return {
    find<Value>(key: string) {
      const found = kept.get(key)
      return found !== undefined && found.until > performance.now() ? (found as { value: Value }) : undefined
    },
    mark: () => times,
    put(key, value, mark, longest) {
      if (mark !== times) return
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, { value, until: performance.now() + longest })
    },
    forgetAll() {
      times += 1
      kept.clear()
    },
  }
}

const changing = new WeakSet<Queries>()

/** This transaction changes what others keep: from now on it reads everything anew. */
export const distrustMemory = (tx: Queries) => void changing.add(tx)

/** Whether a transaction changed what is kept. */
export const distrusts = (tx: Queries): boolean => changing.has(tx)

/**
 * What seldom changes (units, areas, the calendar): read once and kept until a notice says that it changed, at the longest half
 * a minute. The value is shared: nobody may change it.
 */
export async function keep<Value>(
  tx: Queries,
  key: string,
  read: () => Promise<Value>,
  longestMs = usuallyMs,
): Promise<Value> {
  if (changing.has(tx)) return read()
  const known = tx.memory.find<Value>(key)
  if (known !== undefined) return known.value
  const mark = tx.memory.mark()
  const value = await read()
  tx.memory.put(key, value, mark, longestMs)
  return value
}
