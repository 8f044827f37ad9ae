import type { Queries } from '#kernel/database/connect.ts'
import type { DossierRows } from '../insert-dossiers.ts'
import type { Chance } from '../random.ts'
import { bringStatement } from './bring-statement.ts'
import { closeDesks } from './close-desks.ts'
import { insertOrders, insertStatement, insertWaivers } from './insert-money.ts'
import { liveMoney, type MoneyPlan } from './live-money.ts'
import type { LivedOrder } from './lived-money.ts'
import { numberReceipts } from './number-receipts.ts'

/** Lives through what these dossiers have to pay: numbers receipts, and says it in their histories. Before they are written. */
export function liveAllMoney(
  plan: MoneyPlan,
  made: readonly DossierRows[],
  chance: Chance,
  next: (book: string) => number,
) {
  for (const row of made) row.money = liveMoney(plan, row)
  const orders = made.flatMap(({ money }) => money?.orders ?? [])
  numberReceipts(orders, next)
  leaveToDecide(orders)
  return { orders, closings: closeDesks(plan, orders, chance), statement: bringStatement(plan, orders) }
}

/** The latest of each counter that the platform took twice is still to be decided: whoever keeps its accounts has something to do. */
function leaveToDecide(orders: readonly LivedOrder[]): void {
  const twice = orders
    .filter(({ paid }) => paid?.refund?.cause === 'charged-twice')
    .sort((a, b) => (b.paid?.at.getTime() ?? 0) - (a.paid?.at.getTime() ?? 0))
  for (const [latest] of Map.groupBy(twice, ({ row }) => row.receiver.id).values()) {
    if (latest?.paid?.refund === undefined) continue
    const { cause, about, amount, owedAt } = latest.paid.refund
    latest.paid.refund = { cause, about, amount, owedAt }
  }
}

/** Writes it, once the dossiers are there. */
export async function insertMoney(
  tx: Queries,
  { province }: MoneyPlan,
  made: readonly DossierRows[],
  { orders, closings, statement }: ReturnType<typeof liveAllMoney>,
): Promise<void> {
  await insertOrders(tx, orders, closings)
  await insertWaivers(tx, made)
  const centre = province.byCode('TTPVHCC')
  await insertStatement(tx, statement, (centre && province.holderOf(centre, 'accountant')?.name) ?? '')
}
