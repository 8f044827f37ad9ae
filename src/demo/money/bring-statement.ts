import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { LivedOrder } from './lived-money.ts'

export interface StatementLine {
  readonly attemptId: string
  readonly code: string
  readonly amount: number
  readonly at: Date
  readonly day: PlainDate
  readonly broughtAt: Date
}

/**
 * What the platform says it took, brought in every morning for the day before. Of the latest day its last line has not come yet: whoever
 * reconciles has something to find.
 */
export function bringStatement(orders: readonly LivedOrder[], now: Date): StatementLine[] {
  const lines = orders.flatMap(({ paid, total }) =>
    (paid?.transactions ?? []).flatMap((code): StatementLine[] => {
      if (paid === undefined) return []
      const day = dateAt(paid.at)
      const broughtAt = instantOf(addDays(day, 1), 7 * 60 + 45)
      return broughtAt > now ? [] : [{ attemptId: paid.attemptId, code, amount: total, at: paid.at, day, broughtAt }]
    }),
  )
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, -1)
}
