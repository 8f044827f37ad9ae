import { sql, type Fragment } from '#kernel/database/query.ts'
import type { PlainDate } from '#values/plain-date.ts'

/** Whether an instant lies in a day of Viet Nam. */
export const onDay = (at: Fragment, day: PlainDate): Fragment =>
  sql`${at} >= (${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and ${at} < (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
