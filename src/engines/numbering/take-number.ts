import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/**
 * Takes the next number of a book in a period (`2026`, or a day such as `2026-11-25`), starting from 1. The book's row stays locked
 * until the transaction ends: a rollback gives the number back, so there are no gaps (Decree 30/2020 art. 15); takers of one
 * book wait for each other, so keep what follows short.
 */
export async function takeNumber(tx: Queries, book: string, period: string): Promise<number> {
  const { number } = await get(
    tx,
    sql<{ number: number }>`insert into numbering.series as s (book, period, next) values (${book}, ${period}, 2)
      on conflict (book, period) do update set next = s.next + 1 returning next - 1 as number`,
  )
  return number
}

/** How many books and periods of these owners have begun: an owner stands in the name of a book as a word of it. */
export const countBooks = async (tx: Queries, owners: readonly string[]): Promise<number> =>
  (
    await get(
      tx,
      sql<{ count: number }>`select count(*)::int as count from numbering.series
        where string_to_array(book, ' ') && ${owners}::text[]`,
    )
  ).count
