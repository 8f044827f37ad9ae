import { dateAt } from '#values/plain-date.ts'
import { receiptNumber } from '#engines/payments/index.ts'
import { sayFeePaid } from '#engines/services/index.ts'
import { officialOf } from './live-money.ts'
import type { LivedOrder } from './lived-money.ts'

/** What names the book in which the receipts of a counter stand. */
export const bookOfReceipts = (unitId: string): string => `fee receipt ${unitId}`

/** Numbers receipts in the order of issue, without gaps in the book of a counter and year, and writes each payment into its dossier's history. */
export function numberReceipts(orders: readonly LivedOrder[], next: (book: string) => number): void {
  const issued = orders.flatMap((order) => order.paid?.receipts.map((receipt) => ({ order, receipt })) ?? [])
  for (const { order, receipt } of issued.sort((a, b) => a.receipt.at.getTime() - b.receipt.at.getTime()))
    receipt.number = next(`${bookOfReceipts(order.row.receiver.id)}|${dateAt(receipt.at).slice(0, 4)}`)
  for (const order of orders) {
    const { row, paid, total } = order
    const [first] = paid?.receipts ?? []
    if (paid === undefined || first?.number === undefined) continue
    row.lived.events.push({
      at: paid.at,
      ...sayFeePaid({ method: paid.method, amount: total, receiptNumber: receiptNumber(first.number) }),
      by: paid.takenBy ? officialOf(paid.takenBy, row) : { name: 'Liên Thông' },
    })
  }
}
