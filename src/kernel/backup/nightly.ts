import { addDays, dateAt, instantOf } from '#values/plain-date.ts'

/** Whether this time of the day (minutes after midnight in Viet Nam) has come since the last was begun; missed ones are made up for once. */
export const nightlyAt =
  (minutes: number) =>
  (last: Date, now: Date): boolean => {
    const today = instantOf(dateAt(now), minutes)
    return last < (today <= now ? today : instantOf(addDays(dateAt(now), -1), minutes))
  }
