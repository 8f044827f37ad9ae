import { createPace } from './pace.ts'

/** One who waits in a line. */
export interface Waiting {
  /** Whom it counts for, the narrowest first. */
  readonly keys: Keys
  letIn(): void
}

export type Keys = readonly [string, ...string[]]

/** Where a new one would stand when all who wait come in turns, one of each account or network at a time. */
export interface PlaceInLine {
  readonly before: number
  /** How many of its own are in the line. */
  readonly own: number
  readonly others: number
}

/** Those of one urgency who wait. */
export function createLine(clock: () => number) {
  const waiting: Waiting[] = []
  const counts = new Map<string, number>()
  const pace = createPace()

  function remove(one: Waiting): void {
    waiting.splice(waiting.indexOf(one), 1)
    const [key] = one.keys
    const left = (counts.get(key) ?? 1) - 1
    if (left > 0) counts.set(key, left)
    else counts.delete(key)
    if (waiting.length === 0) pace.end()
  }

  return {
    isEmpty: () => waiting.length === 0,
    interval: () => pace.interval(clock()),
    placeOf([key]: Keys): PlaceInLine {
      const own = counts.get(key) ?? 0
      let before = own
      for (const [other, count] of counts) if (other !== key) before += Math.min(count, own + 1)
      return { before, own, others: counts.size - (own > 0 ? 1 : 0) }
    },
    add(one: Waiting): void {
      pace.begin(clock())
      waiting.push(one)
      counts.set(one.keys[0], (counts.get(one.keys[0]) ?? 0) + 1)
    },
    /** It waits no longer, in vain. */
    remove,
    /** The one with the least figure, the first come among equals; a figure of undefined is passed over. */
    findLeast(figureOf: (keys: Keys) => number | undefined): Waiting | undefined {
      let least: { readonly one: Waiting; readonly figure: number } | undefined
      for (const one of waiting) {
        const figure = figureOf(one.keys)
        if (figure !== undefined && (least === undefined || figure < least.figure)) least = { one, figure }
      }
      return least?.one
    },
    letIn(one: Waiting): void {
      pace.granted(clock())
      remove(one)
      one.letIn()
    },
  }
}

export type Line = ReturnType<typeof createLine>
