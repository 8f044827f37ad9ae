/** How fast those who wait are let in, as far as it can be told while somebody waits. */
export interface Pace {
  /** Somebody waits from now on. */
  begin(at: number): void
  /** Nobody waits any more. */
  end(): void
  /** One of those who wait was let in. */
  granted(at: number): void
  /** Milliseconds between two who are let in: what was seen lately, and at least what has gone by since the last. */
  interval(at: number): number
}

/** Expected before anything was seen. */
const usualMs = 4
/** So much a new interval counts. */
const weight = 0.2

export function createPace(): Pace {
  let mean = usualMs
  let since: number | undefined
  return {
    begin: (at) => void (since ??= at),
    end: () => void (since = undefined),
    granted(at) {
      if (since !== undefined) mean += weight * (at - since - mean)
      since = at
    },
    // Where everything hangs nobody is let in: then what has gone by tells more than what was.
    interval: (at) => Math.max(mean, since === undefined ? 0 : at - since),
  }
}
