import { find, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import type { Dossier } from './dossier.ts'

/** Where a dossier stands in the book of its counter, as forms 01 and 06 of Circular 01/2018/TT-VPCP say it. */
export interface BookEntry {
  readonly volume: string
  readonly order: string
}

/** Enters a dossier in the book of the counter that received it, under the next number of the year. */
export async function enterInBook(ctx: Context, { id, receiverId }: Dossier): Promise<void> {
  const year = dateAt(ctx.now()).slice(0, 4)
  const number = await takeNumber(ctx.tx, `dossier book ${receiverId}`, year)
  await write(
    ctx.tx,
    sql`insert into services.book_entry (dossier_id, unit_id, year, number) values (${id}, ${receiverId}, ${Number(year)}, ${number})`,
  )
}

/** None of a dossier that is not received yet, or was before books were kept here. */
export async function findBookEntry(tx: Queries, dossierId: string): Promise<BookEntry | undefined> {
  const found = await find(
    tx,
    sql<{ year: number; number: number }>`select year, number from services.book_entry where dossier_id = ${dossierId}`,
  )
  return found && { volume: volumeOf(found.year), order: String(found.number) }
}

/** A counter keeps one volume a year. */
export const volumeOf = (year: number | string): string => `01/${year}`
