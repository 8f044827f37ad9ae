import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { MoneyPlan } from './live-money.ts'
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
 * What the platform says it took, brought in every morning for the day before. The latest line of each counter whose accounts somebody keeps is
 * missing: they have something to find.
 */
export function bringStatement({ province, now }: MoneyPlan, orders: readonly LivedOrder[]): StatementLine[] {
  const lines = orders.flatMap(({ paid, total }) =>
    (paid?.transactions ?? []).flatMap((code): StatementLine[] => {
      if (paid === undefined) return []
      const day = dateAt(paid.at)
      const broughtAt = instantOf(addDays(day, 1), 7 * 60 + 45)
      return broughtAt > now ? [] : [{ attemptId: paid.attemptId, code, amount: total, at: paid.at, day, broughtAt }]
    }),
  )
  const kept = new Map(
    orders
      .filter(({ row }) => province.holderOf(row.receiver, 'accountant')?.function === 'accountant')
      .map(({ paid, row }) => [paid?.attemptId, row.receiver.id]),
  )
  const ordered = lines.sort((a, b) => a.at.getTime() - b.at.getTime())
  // Of each counter the last one that is set stays.
  const missing = new Set(
    new Map(
      ordered.flatMap((line) => {
        const counter = kept.get(line.attemptId)
        return counter === undefined ? [] : [[counter, line] as const]
      }),
    ).values(),
  )
  return ordered.filter((line) => !missing.has(line))
}
