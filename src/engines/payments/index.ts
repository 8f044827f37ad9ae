import { defineEngine } from '#kernel/operations/engine.ts'
import { accountsHandlers } from './accounts/handlers.ts'
import { paymentsContract } from './contract.ts'
import type { PaymentsParts } from './parts.ts'
import { payerHandlers } from './payer-handlers.ts'

export { newReference, type Method } from './attempt.ts'
export { askInsteadOfTelling } from './ask-after-restore.ts'
export { callbackRoute } from './callback-route.ts'
export { cancelOrders, letRead, openOrder, type Item, type NewOrder, type OrderRow } from './order.ts'
export { mergePayer } from './merge-payer.ts'
export { receiptNumber, type ReceiptRow } from './receipt.ts'
export { carryOn, startPaying, type PayingParts } from './start-paying.ts'
export { waive, type Waiver } from './waiver.ts'
export { takeAtDesk } from './take-at-desk.ts'

export const createPayments = (parts: PaymentsParts) =>
  defineEngine({
    name: 'payments',
    contract: paymentsContract,
    handlers: { ...payerHandlers(parts), ...accountsHandlers(parts) },
  })
