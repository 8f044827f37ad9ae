import { randomUUIDv7 } from 'node:crypto'
import { dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { DemoHolder } from '../province.ts'
import type { Chance } from '../random.ts'
import type { MoneyPlan } from './live-money.ts'
import type { LivedOrder, LivedPaid } from './lived-money.ts'

export interface LivedClosing {
  readonly id: string
  readonly unitId: string
  readonly by: DemoHolder
  readonly at: Date
  readonly day: PlainDate
  readonly taken: number
  /** Whole đồng. */
  readonly cash: number
  readonly transfer: number
  readonly counted: number
  readonly note: string | null
  readonly signed?: { readonly at: Date; readonly by: DemoHolder }
}

interface Taking {
  readonly order: LivedOrder
  readonly paid: LivedPaid
  readonly by: DemoHolder
}

/** Every officer closes their desk in the evening; where somebody keeps the accounts it is signed off the next morning. */
export function closeDesks(plan: MoneyPlan, orders: readonly LivedOrder[], chance: Chance): LivedClosing[] {
  const takings = orders.flatMap((order): Taking[] =>
    order.paid?.takenBy === undefined ? [] : [{ order, paid: order.paid, by: order.paid.takenBy }],
  )
  const desks = Map.groupBy(
    takings,
    ({ order, paid, by }) => `${dateAt(paid.at)} ${order.row.receiver.id} ${by.account}`,
  )
  return [...desks.values()].flatMap((some) => closeDesk(plan, some, chance.branch()) ?? [])
}

function closeDesk(
  { province, workingTime, now }: MoneyPlan,
  takings: readonly Taking[],
  chance: Chance,
): LivedClosing | undefined {
  const [first] = takings
  if (first === undefined) return undefined
  const { order, by, paid } = first
  const day = dateAt(paid.at)
  const last = Math.max(...takings.map((one) => one.paid.at.getTime()))
  const at = new Date(Math.max(instantOf(day, 17 * 60 + 10).getTime(), last + 600_000))
  if (at > now) return undefined
  const id = randomUUIDv7()
  for (const one of takings) one.paid.closingId = id
  const sum = (method: string) =>
    takings.filter((one) => one.paid.method === method).reduce((total, one) => total + one.order.total, 0)
  const cash = sum('cash')
  const isShort = cash > 0 && chance.happens(0.01)
  const accountant = province.holderOf(order.row.receiver, 'accountant')
  const signedAt = instantOf(workingTime.nextWorkingDay(day), 8 * 60 + 15)
  return {
    id,
    unitId: order.row.receiver.id,
    by,
    at,
    day,
    taken: takings.length,
    cash,
    transfer: sum('transfer'),
    counted: isShort ? cash - 5000 : cash,
    note: isShort ? 'Trả thừa tiền lẻ 5.000 đồng' : null,
    ...(accountant?.function === 'accountant' && signedAt <= now && { signed: { at: signedAt, by: accountant } }),
  }
}
