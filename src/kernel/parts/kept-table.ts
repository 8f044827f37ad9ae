import type { Queries } from '../database/connect.ts'
import type { Part } from './part.ts'

/** What an engine tells of a table whose parts leave: how long they stay, what keeps one, what goes with it. */
export interface KeptTable {
  readonly parent: string
  /** Months from the end of a part until it may leave. */
  readonly keepMonths: number
  /** Whether a part that stays keeps all younger ones: what remains must hang together. */
  readonly leavesInOrder: boolean
  /** Why a part that is old enough must stay, in words; undefined = nothing holds it. Asked again within the transaction that drops. */
  reasonToStay(on: Queries, part: Part, keptSince: Date): Promise<string | undefined>
  /** What belongs to the archive beside the rows, and makes it worth something without our database. */
  readonly evidence?: Evidence
}

/** What ended before this may leave. */
export function keptSince({ keepMonths }: KeptTable, now: Date): Date {
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - keepMonths)
  // The 31st of a month that has none would be in the next one.
  if (since.getUTCDate() !== now.getUTCDate()) since.setUTCDate(0)
  return since
}

/** Facts are JSON, part of the signed manifest. */
export interface Evidence {
  factsOf(on: Queries, part: Part): Promise<Facts>
  /** Lines of text that whoever has only the archive can check. */
  linesOf(on: Queries, facts: Facts): AsyncIterable<string>
  /** What is wrong with them, in words; empty = they hold. Needs no database. */
  faultsOf(lines: AsyncIterable<string>, facts: Facts): Promise<readonly string[]>
  /** Done in the transaction that drops the part: what remains must stand without it. */
  partWith(tx: Queries, part: Part, facts: Facts): Promise<void>
}

export type Facts = Readonly<Record<string, unknown>>
