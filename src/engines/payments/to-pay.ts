import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { findUnit, getPerson } from '#engines/directory/index.ts'
import type { AttemptRow } from './attempt.ts'
import { findBeneficiary } from './beneficiary.ts'
import { itemsOf, orderById } from './order.ts'
import type { ToPay } from './messages/init-message.ts'

/** What the platform is told of an attempt; undefined where nobody's account takes the money. */
export async function toPay(db: Queries, attempt: AttemptRow, at: Date): Promise<ToPay | undefined> {
  const on = dateAt(at)
  const order = await orderById(db, attempt.orderId)
  const beneficiary = await findBeneficiary(db, order.ownerId, on)
  const unit = await findUnit(db, order.ownerId, on)
  if (beneficiary === undefined || unit === undefined) return undefined
  const payer = await getPerson(db, order.payerId)
  const items = await itemsOf(db, order.id)
  return {
    reference: attempt.reference,
    total: attempt.amount,
    address: attempt.address,
    fileCode: order.fileCode,
    service: { code: order.serviceCode, name: order.serviceName },
    unit: { code: unit.organCode ?? unit.code, name: unit.name },
    payer: { name: order.payerName, number: payer.personalId, address: payer.residence?.detail ?? '' },
    beneficiary: {
      number: beneficiary.accountNumber,
      name: beneficiary.accountName,
      bank: beneficiary.bankCode,
    },
    items: items.map(({ code, name, amount }) => ({ code, name: name.vi, amount })),
    at,
  }
}
