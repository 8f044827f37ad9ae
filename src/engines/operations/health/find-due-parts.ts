import type { Queries } from '#kernel/database/connect.ts'
import { dueParts } from '#kernel/parts/due-parts.ts'
import type { KeptTable } from '#kernel/parts/kept-table.ts'

const dayMs = 86_400_000
/** Long enough to do it in: a part of the trail is a month. */
const graceMs = 31 * dayMs
/** What tells of a whole year is asked a few times a day, not every minute. */
const lookAgainMs = dayMs / 4

export type FindDueParts = (on: Queries, now: Date) => Promise<readonly string[]>

/** Finds what should have been archived a month ago; what was found counts for six hours. */
export function createDueParts(tables: readonly KeptTable[]): FindDueParts {
  let looked: { readonly at: number; readonly found: readonly string[] } | undefined
  return async (on, now) => {
    if (looked === undefined || Math.abs(now.getTime() - looked.at) > lookAgainMs)
      looked = { at: now.getTime(), found: await dueParts(on, tables, new Date(now.getTime() - graceMs)) }
    return looked.found
  }
}
