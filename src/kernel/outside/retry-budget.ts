/** Tries that are made again at once, as a share of all: where everything fails, asking thrice makes it worse. */
export interface RetryBudget {
  /** One is asked for the first time. */
  first(): void
  /** Whether it may be asked again. */
  mayRetry(): boolean
}

/** One in ten; a quiet hour may try again all the same. */
const share = 0.1
const most = 10

export function createRetryBudget(): RetryBudget {
  let left = most
  return {
    first: () => void (left = Math.min(most, left + share)),
    mayRetry() {
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
