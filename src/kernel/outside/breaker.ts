/** Whom we ask is left alone for a while: it failed again and again. */
export class Resting extends Error {
  /** Until it is asked again. */
  readonly ms: number
  constructor(name: string, ms: number) {
    super(`${name} is left alone for ${Math.ceil(ms / 1000)} s`)
    this.ms = ms
  }
}

/** What stands between us and somebody outside: closed while it answers, open while it is left alone, half open for one trial. */
export interface Breaker {
  readonly name: string
  readonly state: () => 'closed' | 'open' | 'half-open'
  /** Whether it may be asked now. */
  isReady(): boolean
  /** Asks; what `isFault` says of an error (all, if absent) counts. Throws `Resting` without asking while it is left alone. */
  ask<Answer>(work: () => Promise<Answer>, isFault?: (error: unknown) => boolean): Promise<Answer>
}

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly most: number
  /** It is left alone so long at first, twice as long each time the trial fails, at the most so long. */
  readonly restMs: number
  readonly longestRestMs: number
}

/** A restart of theirs is over in seconds; a day's outage costs one question a minute. */
export const usualBreakerLimits: BreakerLimits = { most: 5, restMs: 1000, longestRestMs: 60_000 }

export function createBreaker(
  name: string,
  { most, restMs, longestRestMs }: BreakerLimits = usualBreakerLimits,
  clock = () => performance.now(),
  random = Math.random,
): Breaker {
  let failures = 0
  let rest = 0
  let until = 0
  let isTrying = false
  const isOpen = () => failures >= most
  const state = () => (!isOpen() ? 'closed' : clock() < until ? 'open' : 'half-open')

  function fail() {
    failures += 1
    if (!isOpen()) return
    rest = Math.min(longestRestMs, rest === 0 ? restMs : rest * 2)
    // Spread, so that not all processes of a province come back at once.
    until = clock() + rest * (0.5 + random() / 2)
  }

  function succeed() {
    failures = 0
    rest = 0
  }

  const isReady = () => state() === 'closed' || (state() === 'half-open' && !isTrying)

  return {
    name,
    state,
    isReady,
    async ask(work, isFault = () => true) {
      if (!isReady()) throw new Resting(name, Math.max(0, until - clock()))
      const isTrial = isOpen()
      if (isTrial) isTrying = true
      try {
        const answer = await work()
        succeed()
        return answer
      } catch (error) {
        // Of many that were under way at once, those behind the one that opened it say nothing new.
        if (!isFault(error)) succeed()
        else if (isTrial || !isOpen()) fail()
        throw error
      } finally {
        if (isTrial) isTrying = false
      }
    },
  }
}
