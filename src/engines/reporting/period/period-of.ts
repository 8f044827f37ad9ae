import type { Context } from '#kernel/operations/context.ts'
import { civil, dateAt, type PlainDate } from '#values/plain-date.ts'
import type { DayPeriod } from '../form-six/form-six.ts'

/** This month up to today where a day is not named. */
export function periodOf(ctx: Pick<Context, 'now'>, from?: PlainDate, to?: PlainDate): DayPeriod {
  const last = to ?? dateAt(ctx.now())
  return { from: from ?? civil(`${last.slice(0, 7)}-01`), to: last }
}
