/** After so many tries it is left for a person to look at. */
export const mostAttempts = 12

export const longestPauseMs = 3_600_000

/** How long to wait after so many tries: from a minute doubling to an hour. */
export const pauseAfter = (attempts: number): number => Math.min(longestPauseMs, 30_000 * 2 ** attempts)
