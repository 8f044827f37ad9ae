import type { Allowance, Brake } from './brake.ts'
import type { Words } from './words.ts'

/** So many within a stretch of time, counted back from now. */
export interface Quota {
  readonly free: number
  readonly withinSeconds: number
}

/** How often something may be done. */
export type Limit = Brake | Quota

export const wordsOfLimit = (limit: Limit): Words =>
  'withinSeconds' in limit
    ? {
        vi: `${limit.free} lần trong ${limit.withinSeconds} giây`,
        en: `${limit.free} times in ${limit.withinSeconds} seconds`,
      }
    : {
        vi: `${limit.free} lần, rồi chờ tới ${limit.longestSeconds} giây`,
        en: `${limit.free} tries, then waits of up to ${limit.longestSeconds} seconds`,
      }

/** What was done within the stretch of time, and when the first of it was; null: nothing was. */
export interface Used {
  readonly count: number
  readonly firstAt: Date | null
}

/** What is left of a quota; more is left again when the first that counts is too long ago. */
export function leftOf({ free, withinSeconds }: Quota, { count, firstAt }: Used, at: Date): Allowance {
  const elapsed = firstAt === null ? withinSeconds : (at.getTime() - firstAt.getTime()) / 1000
  return {
    limit: free,
    remaining: Math.max(0, free - count),
    resetSeconds: Math.max(0, Math.ceil(withinSeconds - elapsed)),
  }
}

/** The same when one more is done now. */
export const oneMoreUsed = ({ count, firstAt }: Used, at: Date): Used => ({ count: count + 1, firstAt: firstAt ?? at })
