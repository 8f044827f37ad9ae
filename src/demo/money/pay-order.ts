import { randomUUIDv7 } from 'node:crypto'
import { dateAt, instantOf } from '#values/plain-date.ts'
import type { DemoHolder } from '../province.ts'
import type { Chance } from '../random.ts'
import type { LivedOrder, LivedReceipt, LivedRefund } from './lived-money.ts'
import type { MoneyPlan } from './live-money.ts'

export interface Paying {
  readonly at: Date
  /** Who takes it at the desk; absent: the platform. */
  readonly by?: DemoHolder
}

type OpenOrder = Omit<LivedOrder, 'state' | 'paid'>

const minute = 60_000

/** Pays an order; now and then the platform takes it twice, a desk too much, or the receipt says a wrong name. */
export function payOrder(plan: MoneyPlan, order: OpenOrder, { at, by }: Paying, chance: Chance): LivedOrder {
  const accountant = accountantOf(plan, order)
  const method = by === undefined ? 'online' : chance.happens(0.3) ? 'transfer' : 'cash'
  const isTwice = chance.happens(0.04)
  const isTooMuch = chance.happens(0.006)
  const isWrong = chance.happens(0.03)
  const isSecondTry = chance.happens(0.08)
  const digits = () => String(chance.between(10_000_000, 99_999_999))
  // Where nobody keeps the accounts nothing could be given back.
  const transactions = by ? [] : isTwice && accountant ? [digits(), digits()] : [digits()]
  const [, second] = transactions
  const owed: Owed | undefined =
    second !== undefined
      ? { cause: 'charged-twice', about: `transaction ${second}`, amount: order.total, at }
      : by && isTooMuch && order.total > 20_000
        ? { cause: 'decided', about: '', amount: 10_000, at }
        : undefined
  const refund = owed && accountant && refundOf(plan, accountant, owed, chance)
  return {
    ...order,
    openedAt: by === undefined && order.openedAt >= at ? new Date(at.getTime() - 9 * minute) : order.openedAt,
    state: 'paid',
    paid: {
      attemptId: randomUUIDv7(),
      method,
      at,
      ...(by && { takenBy: by }),
      transactions,
      receipts: receiptsOf(plan, order, at, isWrong && by !== undefined ? accountant : undefined),
      ...(refund && { refund }),
      ...(by === undefined && isSecondTry && { failedAt: new Date(at.getTime() - 5 * minute) }),
    },
  }
}

/** Who keeps the accounts of the counter; of most, nobody does in the demo. */
function accountantOf({ province }: MoneyPlan, { row }: OpenOrder): DemoHolder | undefined {
  const holder = province.holderOf(row.receiver, 'accountant')
  return holder?.function === 'accountant' ? holder : undefined
}

function receiptsOf({ now }: MoneyPlan, { row }: OpenOrder, at: Date, voider: DemoHolder | undefined): LivedReceipt[] {
  const { fullName } = row.person
  const right = { id: randomUUIDv7(), at, payerName: fullName }
  const voidedAt = new Date(at.getTime() + 40 * minute)
  if (voider === undefined || voidedAt > now) return [right]
  const said = fullName.split(' ').toReversed().join(' ')
  return [
    { ...right, payerName: said, voided: { at: voidedAt, by: voider.name, reason: 'Ghi sai họ tên người nộp tiền' } },
    { id: randomUUIDv7(), at: voidedAt, payerName: fullName },
  ]
}

type Owed = Pick<LivedRefund, 'cause' | 'about' | 'amount'> & { readonly at: Date }

/** Decided on the second working day and transferred on the fourth, by whoever keeps the accounts. */
function refundOf(
  { workingTime, now }: MoneyPlan,
  by: DemoHolder,
  owed: Owed,
  chance: Chance,
): LivedRefund | undefined {
  const { cause, at, ...money } = owed
  const decision = `${chance.between(10, 190)}/QĐ-HT`
  const transferCode = `UNC${chance.between(100_000, 999_999)}`
  const second = workingTime.nextWorkingDay(workingTime.nextWorkingDay(dateAt(at)))
  const fourth = workingTime.nextWorkingDay(workingTime.nextWorkingDay(second))
  const decidedAt = instantOf(second, 9 * 60 + 10)
  const returnedAt = instantOf(fourth, 10 * 60)
  const isDecided = decidedAt <= now
  // What a desk took too much is owed back from the decision on; what the platform took twice, at once.
  if (cause === 'decided' && !isDecided) return undefined
  return {
    ...money,
    ...(cause === 'decided'
      ? { about: `decision ${decision}`, owedAt: decidedAt, reason: 'Thu theo mức của trường hợp khác' }
      : { owedAt: at }),
    cause,
    ...(isDecided && { decided: { at: decidedAt, by, decision } }),
    ...(isDecided && returnedAt <= now && { returned: { at: returnedAt, transferCode } }),
  }
}
