import type { Handlers } from '#kernel/operations/engine.ts'
import { mustReachUnit } from '#engines/directory/index.ts'
import { listBeneficiaries, setBeneficiary } from '../beneficiary.ts'
import type { PaymentsParts } from '../parts.ts'
import type { accountsContract } from './contract.ts'
import { decideRefund, listRefunds, refundPaid, returnRefund } from './decide-refund.ts'
import { closeDesk, openTakings, signClosing } from './desk.ts'
import { exportDay } from './export-day.ts'
import { keepsAccounts } from './in-reach.ts'
import { listReceipts } from './list-receipts.ts'
import { printAtDesk, printListed } from './print-issued.ts'
import { printReceiptUse } from './print-receipt-use.ts'
import { listVoid, receiptUse } from './receipt-use.ts'
import { reconcileDay } from './reconcile.ts'
import { takeStatement } from './statement.ts'
import { voidReceipt } from './void-receipt.ts'

/** What those do who keep accounts, and officers with what they took. */
export const accountsHandlers = (parts: PaymentsParts): Handlers<typeof accountsContract> => ({
  listReceipts,
  printIssued: (ctx, { id }) => printListed(ctx, parts, id),
  reportReceiptUse: (ctx, period) => receiptUse(ctx, parts, period),
  listVoidReceipts: (ctx, asked) => listVoid(ctx, parts, asked),
  printReceiptUse: (ctx, period) => printReceiptUse(ctx, parts, period),
  voidReceipt: async (ctx, voiding) => ({ replacedBy: await voidReceipt(ctx, voiding) }),
  listRefunds,
  refundPaid: async (ctx, input) => {
    await refundPaid(ctx, input)
    return {}
  },
  decideRefund: async (ctx, input) => {
    await decideRefund(ctx, input)
    return {}
  },
  returnRefund: async (ctx, input) => {
    await returnRefund(ctx, input)
    return {}
  },
  takeStatement: (ctx, { content }) => takeStatement(ctx, content),
  reconcileDay: (ctx, { day }) => reconcileDay(ctx, day),
  exportDay: (ctx, { day }) => exportDay(ctx, day),
  signClosing: async (ctx, { id }) => {
    await signClosing(ctx, id)
    return {}
  },
  listBeneficiaries,
  setBeneficiary: async (ctx, account) => {
    await mustReachUnit(ctx, keepsAccounts, account.unitId)
    await setBeneficiary(ctx.tx, account, ctx.now())
    ctx.note({ objectType: 'beneficiary', objectId: account.unitId, facts: { accountNumber: account.accountNumber } })
    return {}
  },
  viewDesk: openTakings,
  printReceiptAtDesk: (ctx, { id }) => printAtDesk(ctx, parts, id),
  closeDesk,
})
