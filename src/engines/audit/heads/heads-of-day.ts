import type { Queries } from '#kernel/database/connect.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import { lineOfHead, lineOfKey } from './heads-file.ts'
import { lastOfHours, readKeys } from './stored-heads.ts'

/** How many heads were signed on a day; the last of each hour and the keys, as lines of a file of heads. */
export async function headsOfDay(on: Queries, day: PlainDate): Promise<{ count: number; lines: string[] }> {
  const heads = await lastOfHours(on, instantOf(day), instantOf(addDays(day, 1)))
  const keys = await readKeys(on)
  return { count: heads[0]?.count ?? 0, lines: [...keys.map(lineOfKey), ...heads.map(lineOfHead)] }
}
