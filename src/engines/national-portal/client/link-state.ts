import { get, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** How the national portal answers, for all processes alike. */
export interface LinkState {
  readonly failures: number
  readonly closedUntil: Date | null
  readonly downSince: Date | null
  readonly slowSince: Date | null
  readonly answeredAt: Date | null
  readonly tookMs: number | null
  readonly error: string | null
}

export const readLink = (on: Queries): Promise<LinkState> =>
  get(
    on,
    sql<LinkState>`select failures, closed_until, down_since, slow_since, answered_at, took_ms, error from national_portal.link`,
  )

/** Whether nobody asks it just now; after the pause one batch tries. */
export const isClosed = ({ closedUntil }: LinkState, at: Date): boolean => closedUntil !== null && closedUntil > at

/** It answered, and how long that took. */
export const noteAnswer = (on: Queries, tookMs: number, isSlow: boolean, at: Date): Promise<number> =>
  run(
    on,
    sql`update national_portal.link set failures = 0, closed_until = null, down_since = null, error = null, answered_at = ${at}, took_ms = ${tookMs},
      slow_since = ${isSlow ? sql`coalesce(slow_since, ${at})` : sql`null`}`,
  )

/**
 * It did not answer: nobody asks for two seconds, doubling up to five minutes. What was asked at the same time and fails, too, is the same
 * failure: else a portal that was away for a moment would be left alone for minutes.
 */
export const noteAway = (on: Queries, error: string, at: Date): Promise<number> =>
  run(
    on,
    sql`update national_portal.link set failures = failures + 1, down_since = coalesce(down_since, ${at}), error = ${error.slice(0, 300)},
      closed_until = ${at}::timestamptz + least(300, power(2, least(failures + 1, 9))) * interval '1 second'
      where closed_until is null or closed_until <= ${at}`,
  )

/** How it answers now, in one word. */
export const standingOf = ({ downSince, slowSince }: LinkState): 'good' | 'slow' | 'down' =>
  downSince !== null ? 'down' : slowSince !== null ? 'slow' : 'good'
