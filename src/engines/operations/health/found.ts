import { showClock, showDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Gravity } from '../contract.ts'
import type { TroubleCode } from '../runbook/index-of-runbooks.ts'

/** One thing that is wrong, as the figures show it. */
export interface Found {
  readonly code: TroubleCode
  readonly gravity: Gravity
  /** From when on, where the figures say so; else since it was first seen. */
  readonly since?: Date | null | undefined
  readonly facts?: Readonly<Record<string, string | number>>
  /** Whether it is of the machine that looked, and not of the installation. */
  readonly isLocal?: boolean
}

export const [minute, day] = [60_000, 86_400_000]

/** `14:05 24/11/2026`, alike in both languages. */
export const showMoment = (at: Date): string => `${showClock(at)} ${showDate(dateAt(at))}`

/** What of a list is there. */
export const those = (...found: readonly (Found | false | null | undefined)[]): Found[] => found.filter((one) => !!one)

/** What waits since then: for two minutes something to look at today, for fifteen people are hindered. */
export function late(now: Date, since: Date | null | undefined): Gravity | undefined {
  const waited = since ? now.getTime() - since.getTime() : 0
  return waited > 15 * minute ? 'now' : waited > 2 * minute ? 'today' : undefined
}
