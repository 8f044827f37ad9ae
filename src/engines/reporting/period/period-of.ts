import type { Context } from '#kernel/operations/context.ts'
import { mustBeInOrder } from '#values/day-order.ts'
import { dateAt, firstOfMonth, type PlainDate } from '#values/plain-date.ts'
import type { DayPeriod } from '../form-six/form-six.ts'

/** This month up to today where a day is not named; 422 where it ends before it begins. */
export function periodOf(ctx: Pick<Context, 'now'>, from?: PlainDate, to?: PlainDate): DayPeriod {
  const last = to ?? dateAt(ctx.now())
  const period = { from: from ?? firstOfMonth(last), to: last }
  mustBeInOrder(period)
  return period
}
