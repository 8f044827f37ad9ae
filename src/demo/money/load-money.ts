import type { Queries } from '#kernel/database/connect.ts'
import type { DossierRows } from '../insert-dossiers.ts'
import type { Chance } from '../random.ts'
import { bringStatement } from './bring-statement.ts'
import { closeDesks } from './close-desks.ts'
import { insertOrders, insertStatement, insertWaivers } from './insert-money.ts'
import { liveMoney, type MoneyPlan } from './live-money.ts'
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
  return { orders, closings: closeDesks(plan, orders, chance), statement: bringStatement(plan, orders) }
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
