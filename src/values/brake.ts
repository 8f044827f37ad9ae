/**
 * How tries are slowed without locking anyone out: some are free, then each further one doubles the wait, up to the longest; after
 * an hour without a try all are forgotten.
 */
export interface Brake {
  readonly free: number
  readonly longestSeconds: number
}

/** What is remembered of tries. */
export interface Tries {
  readonly count: number
  readonly lastAt: Date
}

export const forgetAfterSeconds = 3600

/** Clocks of our machines agree within this; a try that lies further ahead was counted by a clock that was set back since. */
const clocksAgreeSeconds = 60

/** What is left of a brake: `free` tries in all, how many may follow now, and in how many seconds there are more again. */
export interface Allowance {
  readonly limit: number
  readonly remaining: number
  readonly resetSeconds: number
}

/** What is left after these tries; beyond the free ones it is one at a time, when the wait is over. */
export function allowanceOf(brake: Brake, tries: Tries | undefined, at: Date): Allowance {
  const elapsed = tries === undefined ? Infinity : secondsSince(tries, at)
  const count = isForgotten(elapsed) ? 0 : (tries as Tries).count
  const wait = secondsToWait(brake, tries, at)
  const untilForgotten = count === 0 ? 0 : Math.ceil(forgetAfterSeconds - elapsed)
  return {
    limit: brake.free,
    remaining: wait > 0 ? 0 : Math.max(1, brake.free - count),
    resetSeconds: wait > 0 ? wait : untilForgotten,
  }
}

const isForgotten = (elapsed: number): boolean => elapsed > forgetAfterSeconds || elapsed < -clocksAgreeSeconds

const secondsSince = ({ lastAt }: Tries, at: Date): number => (at.getTime() - lastAt.getTime()) / 1000

/** Whole seconds until the next try is looked at; 0 = now. */
export function secondsToWait({ free, longestSeconds }: Brake, tries: Tries | undefined, at: Date): number {
  if (tries === undefined || tries.count < free) return 0
  const elapsed = secondsSince(tries, at)
  if (isForgotten(elapsed)) return 0
  return Math.max(0, Math.ceil(Math.min(longestSeconds, 2 ** (tries.count - free)) - elapsed))
}

/** The same tries and one more. */
export function oneMoreTry(tries: Tries | undefined, at: Date): Tries {
  if (tries === undefined) return { count: 1, lastAt: at }
  if (isForgotten(secondsSince(tries, at))) return { count: 1, lastAt: at }
  return { count: tries.count + 1, lastAt: tries.lastAt > at ? tries.lastAt : at }
}
