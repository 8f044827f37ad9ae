import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { receiptNumber } from '#engines/payments/index.ts'
import type { DossierFee } from '../dossier/view.ts'

interface ObligationRow {
  readonly id: string
  readonly dossierId: string
  readonly items: readonly { readonly name: string; readonly amount: number }[]
  readonly paidAt: Date | null
  readonly method: string | null
  readonly number: number | null
  readonly receiptId: string | null
}

/** What the order of a notice goes by beside the dossier. */
export const momentOf = (id: string): string => `obligation-${id}`

/** What is due by notices, shaped as fees are; those of one notice are paid together. */
export async function obligationsOf(tx: Queries, dossierIds: readonly string[]): Promise<Map<string, DossierFee[]>> {
  const found = await rows(
    tx,
    sql<ObligationRow>`select n.id, n.dossier_id, n.items, o.paid_at, a.method, r.number, r.id as receipt_id from services.obligation n
      left join payments.payment_order o on o.reference = 'dossier ' || n.dossier_id || ' obligation-' || n.id
      left join payments.receipt r on r.order_id = o.id and r.voided_at is null
      left join payments.attempt a on a.id = r.attempt_id
      where n.dossier_id = any(${dossierIds}::uuid[]) and o.state is distinct from 'cancelled' order by n.recorded_at, n.id`,
  )
  return Map.groupBy(
    found.flatMap(({ id, dossierId, items, paidAt, method, number, receiptId }) =>
      items.map(({ name, amount }, at) => ({
        dossierId,
        id: `${momentOf(id)}-${at + 1}`,
        name: { vi: name, en: name },
        amount,
        payAt: momentOf(id),
        paidAt,
        method,
        receiptNumber: number === null ? null : receiptNumber(number),
        receiptId,
      })),
    ),
    ({ dossierId }) => dossierId,
  )
}
