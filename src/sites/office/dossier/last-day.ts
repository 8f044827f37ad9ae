import { addDays, dateAt, isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'

/** The last whole day before something ends, shown: of a day or an instant that is the first without it. */
export const lastDayOf = (end: string): string => showDate(addDays(isPlainDate(end) ? end : dateAt(new Date(end)), -1))
