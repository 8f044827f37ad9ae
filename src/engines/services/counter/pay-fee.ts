import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { receiptNumber, takeAtDesk } from '#engines/payments/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { countersOf } from './counter.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { isExemptionOpen } from '../fee/exemption.ts'
import { openFeeOrder } from '../fee/fee-order.ts'
import { writeFeePaid } from '../fee/fee-paid.ts'
import { heldTasks } from '../work/held-tasks.ts'
import { feesOfDossier } from '../dossier/view.ts'

/**
 * Takes a fee, with those that are due at the same moment, under one receipt; a fee that was paid is answered as it is, never taken twice.
 * Taken by the counter that received the dossier and by whoever has it in hand: 403 `feeElsewhere` for others who may see it.
 */
export async function payFee(ctx: Context, dossier: Dossier, fee: string, method: 'cash' | 'transfer') {
  await mustBeTakenHere(ctx, dossier)
  if (await isExemptionOpen(ctx.tx, dossier.id)) throw new Problem('exemptionOpen', servicesProblems.exemptionOpen)
  const before = await feeOf(ctx, dossier, fee)
  if (before.paidAt !== null) return before
  const order = await openFeeOrder(ctx, dossier, before.payAt)
  const receipt = await takeAtDesk(ctx, order, method)
  const paid = { method, amount: order.total, receiptNumber: receiptNumber(receipt.number) }
  await writeFeePaid(ctx, dossier, paid)
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    facts: { code: dossier.code, fee, amount: order.total, receiptNumber: paid.receiptNumber },
  })
  return feeOf(ctx, dossier, fee)
}

const feeOf = async (ctx: Context, dossier: Dossier, fee: string) =>
  (await feesOfDossier(ctx.tx, dossier.id)).find((one) => one.id === fee) ?? fail('notFound')

/** Fees are taken, and exemptions decided, by the counter that received a dossier and by whoever has it in hand. */
export async function mustBeTakenHere(ctx: Context, dossier: Dossier): Promise<void> {
  if ((await countersOf(ctx)).some((counter) => counter.id === dossier.receiverId)) return
  if ((await heldTasks(ctx, dossier.id)).some((task) => task.isMine)) return
  throw new Problem('feeElsewhere', servicesProblems.feeElsewhere)
}
