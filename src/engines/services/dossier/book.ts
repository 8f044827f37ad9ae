import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { bookOwner, type BookOwner } from '#engines/directory/index.ts'

/** What names the books of a unit: results run by its code, receipts and hand-over lists by its id. A merged body begins its own. */
export const bookWords = ({ unitId, code, since }: BookOwner) => ({
  byCode: since === null ? code : `${code}@${since}`,
  byId: since === null ? unitId : `${unitId}@${since}`,
})

/** What names the books in which a unit writes on a day. */
export const bookOf = async (tx: Queries, unitId: string, on: PlainDate) => bookWords(await bookOwner(tx, unitId, on))
