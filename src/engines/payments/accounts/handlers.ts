import type { Handlers } from '#kernel/operations/engine.ts'
import { mustReachUnit } from '#engines/directory/index.ts'
import { listBeneficiaries, setBeneficiary } from '../beneficiary.ts'
import type { accountsContract } from './contract.ts'
import { decideRefund, listRefunds, refundPaid, returnRefund } from './decide-refund.ts'
import { closeDesk, openTakings, signClosing } from './desk.ts'
import { exportDay } from './export-day.ts'
import { keepsAccounts } from './in-reach.ts'
import { listReceipts } from './list-receipts.ts'
import { reconcileDay } from './reconcile.ts'
import { takeStatement } from './statement.ts'
import { voidReceipt } from './void-receipt.ts'

/** What those do who keep accounts, and officers with what they took. */
export const accountsHandlers: Handlers<typeof accountsContract> = {
  listReceipts,
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
  closeDesk,
}
