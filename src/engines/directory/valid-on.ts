import { sql, type Fragment } from '#kernel/database/query.ts'
import type { PlainDate } from '#values/plain-date.ts'

/**
 * Whether the dated row under an alias holds on a date: from its first day, to the day before its end if it has one.
 * @right
 */
export const validOn = (alias: string, on: PlainDate | Fragment): Fragment => {
  const row = sql.id(alias)
  return sql`${row}.valid_from <= ${on} and (${row}.valid_to is null or ${row}.valid_to > ${on})`
}
