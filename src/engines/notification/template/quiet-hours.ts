import { find, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, dateAt, instantOf, minutesAt } from '#values/plain-date.ts'

/** In minutes after midnight; `begins` before `ends` lies within one day, otherwise over midnight. Equal: there are none. */
export interface QuietHours {
  readonly begins: number
  readonly ends: number
}

export const quietHours = async (tx: Queries): Promise<QuietHours> =>
  (await find(tx, sql<QuietHours>`select begins, ends from notification.quiet_hours`)) ?? { begins: 0, ends: 0 }

/** The instant itself where a phone may ring, or the end of the quiet hours that it lies in. */
export function firstLoud(at: Date, { begins, ends }: QuietHours): Date {
  const minutes = minutesAt(at)
  const isOverMidnight = begins > ends
  const isQuiet = isOverMidnight ? minutes >= begins || minutes < ends : minutes >= begins && minutes < ends
  if (!isQuiet) return at
  const today = dateAt(at)
  return instantOf(isOverMidnight && minutes >= begins ? addDays(today, 1) : today, ends)
}

const ringing: Readonly<Record<'sms' | 'push', Fragment>> = { sms: sql`notification.sms`, push: sql`notification.push` }

/** Has what would make phones ring now wait for the end of the quiet hours: it was tried before and put back, or the hours were changed since. */
export async function waitOutQuiet(db: Queries, channel: 'sms' | 'push', at: Date): Promise<void> {
  const loud = firstLoud(at, await quietHours(db))
  if (loud > at)
    await run(
      db,
      sql`update ${ringing[channel]} set next_at = ${loud} where state = 'waiting' and not is_urgent and next_at <= ${at}`,
    )
}
