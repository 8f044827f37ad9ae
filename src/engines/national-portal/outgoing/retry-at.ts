const longestPauseMs = 3_600_000

/** When something that did not work is tried again: from ten seconds on, doubling up to an hour. */
export const retryAt = (at: Date, tries: number): Date =>
  new Date(at.getTime() + Math.min(longestPauseMs, 5000 * 2 ** Math.min(tries, 12)))
