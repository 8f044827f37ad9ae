import { randomUUIDv7 } from 'node:crypto'
import type { WorkingTime } from '#engines/calendar/index.ts'
import type { Item } from '#engines/payments/index.ts'
import { feeReference, momentOf, owedAfter, sayDecided, sayNotice } from '#engines/services/index.ts'
import type { DossierRows } from '../insert-dossiers.ts'
import type { DemoHolder, Province } from '../province.ts'
import type { Chance } from '../random.ts'
import { payOrder, type Paying } from './pay-order.ts'
import type { AskedExemption, LivedMoney, LivedNotice, LivedOrder, OwedFee } from './lived-money.ts'

export interface MoneyPlan {
  readonly province: Province
  readonly workingTime: WorkingTime
  readonly now: Date
}

/** What this dossier has to pay and how it was paid until now. */
export function liveMoney(plan: MoneyPlan, row: DossierRows): LivedMoney {
  const { purse } = row
  const isRefused = purse.happens(0.15)
  // One for each moment: how one is paid does not hang on whether another is due yet.
  const [atReception, atResult, atNotice] = [purse.branch(), purse.branch(), purse.branch()]
  const exemptions = row.fees.flatMap((fee) => askedOf(row, fee, isRefused))
  const fees = owedOf(row, exemptions)
  const at = (payAt: string) => fees.filter((fee) => fee.payAt === payAt)
  const notices = noticesOf(row, atNotice)
  return {
    fees,
    exemptions,
    notices: notices.map(({ notice }) => notice),
    orders: [
      ...orderOfFees(plan, row, 'reception', at('reception'), atReception),
      ...orderOfFees(plan, row, 'result', at('result'), atResult),
      ...notices.map(({ notice, stop, chance }) => orderOfNotice(plan, row, notice, stop, chance)),
    ],
  }
}

/** Who did the step of this kind, and when. */
export function doneBy(row: DossierRows, kind: 'receive' | 'deliver'): { by: DemoHolder; at: Date } | undefined {
  const task = row.lived.tasks.findLast((one) => one.kind === kind && one.result === 'completed')
  return task?.closedAt && { by: task.holder, at: task.closedAt }
}

/** The exemption that the answers ask for; whoever received the dossier decided it then. */
function askedOf(row: DossierRows, { id, ...fee }: DossierRows['fees'][number], isRefused: boolean): AskedExemption[] {
  const { exemption } = fee
  if (exemption === undefined) return []
  const asked = { fee: id, ...fee, ...exemption, askedAt: row.filedAt }
  const received = doneBy(row, 'receive')
  if (received === undefined) return [asked]
  const decided = { ...received, ...(isRefused && { reason: 'Giấy tờ nộp kèm không chứng minh được diện này.' }) }
  row.lived.events.push({
    at: received.at,
    kind: 'exemption-decided',
    by: officialOf(received.by, row),
    words: sayDecided(asked, !isRefused),
    ...(isRefused && { detail: { reason: decided.reason } }),
    isPublic: true,
  })
  return [{ ...asked, decided }]
}

function owedOf(row: DossierRows, exemptions: readonly AskedExemption[]): OwedFee[] {
  const asked = new Map(exemptions.map((one) => [one.fee, one]))
  return row.fees.flatMap(({ id, name, amount, payAt }) => {
    const one = asked.get(id)
    if (one === undefined) return [{ fee: id, name, amount, payAt }]
    const owed = one.decided && owedAfter(one, one.decided.reason === undefined)
    return owed && owed.amount > 0 ? [{ fee: id, ...owed, payAt }] : []
  })
}

export const officialOf = ({ name, title }: DemoHolder, { receiver }: DossierRows) => ({
  name,
  title,
  unit: receiver.name,
})

/** Paid at reception, at the counter or beforehand by the platform; what counters have not had by then is paid when the result is fetched. */
function orderOfFees(
  plan: MoneyPlan,
  row: DossierRows,
  payAt: string,
  fees: readonly OwedFee[],
  chance: Chance,
): LivedOrder[] {
  if (fees.length === 0) return []
  const isOnline = row.channel === 'online' && chance.happens(0.6)
  const minutes = chance.between(15, 40)
  const { finishedAt, state } = row.lived
  if (payAt === 'result' && (state.outcome ?? 'granted') !== 'granted') return []
  const delivered = doneBy(row, 'deliver')
  const end = delivered?.at ?? (state.status === 'ended' ? finishedAt : undefined)
  const from = payAt === 'reception' ? row.filedAt : finishedAt
  const online = isOnline && from && plan.workingTime.addWorkingMinutes(from, minutes)
  const atDesk = row.channel === 'counter' && payAt === 'reception' ? doneBy(row, 'receive') : delivered
  const paying: Paying | undefined =
    online && (end === undefined || online < end)
      ? { at: online }
      : atDesk && { at: new Date(atDesk.at.getTime() - 60_000), by: atDesk.by }
  if (paying === undefined || paying.at > plan.now) return []
  const at = paying.at < row.filedAt ? row.filedAt : paying.at
  return [
    payOrder(
      plan,
      ordered(
        row,
        payAt,
        fees.map(({ fee, name, amount }) => ({ code: fee, name, amount })),
        at,
      ),
      { ...paying, at },
      chance,
    ),
  ]
}

const ordered = (row: DossierRows, moment: string, items: readonly Item[], openedAt: Date) => ({
  id: randomUUIDv7(),
  row,
  reference: feeReference(row.id, moment),
  items,
  total: items.reduce((sum, { amount }) => sum + amount, 0),
  openedAt,
})

/** What the tax office asks for on land that changes hands: 0.5 % for registration and, of a sale, 2 % of income. */
function noticesOf(row: DossierRows, purse: Chance) {
  return row.lived.stops
    .filter(({ ground }) => ground === 'financial-obligation')
    .map((stop) => {
      const { from } = stop
      const chance = purse.branch()
      const said = row.answers['price']
      const price = typeof said === 'number' ? said : chance.between(15, 120) * 10_000_000
      const items = [
        { name: 'Lệ phí trước bạ nhà, đất', amount: Math.floor(price / 200) },
        { name: 'Thuế thu nhập cá nhân từ chuyển nhượng bất động sản', amount: Math.floor(price / 50) },
      ]
      const by = row.lived.events.find(({ kind, at }) => kind === 'paused' && at.getTime() === from.getTime())?.by
      const notice: LivedNotice = {
        id: randomUUIDv7(),
        notice: `${chance.between(100, 4999)}/TB-CCT`,
        issuedBy: row.owner.name.replace(/^(UBND|Ủy ban nhân dân)/, 'Chi cục Thuế'),
        items: row.answers['transfer'] === 'sale' ? items : items.slice(0, 1),
        recordedAt: from,
        recordedBy: by?.name ?? row.receiver.name,
      }
      const total = notice.items.reduce((sum, { amount }) => sum + amount, 0)
      row.lived.events.push({
        at: from,
        kind: 'obligation-noticed',
        by: by ?? { name: row.receiver.name },
        words: sayNotice(notice, total),
        isPublic: true,
      })
      return { notice, stop, chance }
    })
}

/** Paid shortly before the clock went on; owed no more where the dossier ended meanwhile. */
function orderOfNotice(
  plan: MoneyPlan,
  row: DossierRows,
  notice: LivedNotice,
  stop: DossierRows['lived']['stops'][number],
  chance: Chance,
): LivedOrder {
  const { lived } = row
  const items = notice.items.map(({ name, amount }, at) => ({
    code: `${momentOf(notice.id)}-${at + 1}`,
    name: { vi: name, en: name },
    amount,
  }))
  const open = ordered(row, momentOf(notice.id), items, notice.recordedAt)
  const resumed = lived.events.find(({ kind, at }) => kind === 'resumed' && at.getTime() === stop.to?.getTime())
  if (stop.to === undefined) return { ...open, state: 'due' }
  if (resumed === undefined) return { ...open, state: 'cancelled' }
  const at = new Date(Math.max(stop.from.getTime(), stop.to.getTime() - 300_000))
  const by = chance.happens(0.5) ? undefined : doneBy(row, 'receive')?.by
  return payOrder(plan, open, { at, ...(by && { by }) }, chance)
}
