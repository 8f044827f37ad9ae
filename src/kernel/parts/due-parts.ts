import type { Queries } from '../database/connect.ts'
import { findReason, keepsYounger } from './archive-work.ts'
import { keptSince, type KeptTable } from './kept-table.ts'
import { partsOf } from './part.ts'

/** The parts that archiving now would take away, oldest first: old enough, and held by nothing. */
export async function dueParts(on: Queries, tables: readonly KeptTable[], now: Date): Promise<string[]> {
  const due: string[] = []
  for (const table of tables) {
    const since = keptSince(table, now)
    for (const part of await partsOf(on, table.parent)) {
      if (part.until > since) break
      if ((await findReason(on, table, part, since)) === undefined) due.push(part.name)
      else if (await keepsYounger(on, table, part)) break
    }
  }
  return due
}
