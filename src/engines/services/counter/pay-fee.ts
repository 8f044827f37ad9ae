import { find, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { servicesProblems } from '../contract/problems.ts'
import { countersOf } from './counter.ts'
import { bookOf } from '../dossier/book.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { writeHistory } from '../dossier/history.ts'
import { heldTasks } from '../work/held-tasks.ts'
import { feesOfDossier } from '../dossier/view.ts'

/**
 * Takes a fee and gives the receipt its number; a fee that was paid is answered as it is, never taken twice. Taken by the counter that
 * received the dossier and by whoever has it in hand: 403 `feeElsewhere` for others who may see it.
 */
export async function payFee(ctx: Context, dossier: Dossier, fee: string, method: 'cash' | 'transfer') {
  await mustBeTakenHere(ctx, dossier)
  const before = (await feesOfDossier(ctx.tx, dossier.id)).find((one) => one.id === fee) ?? fail('notFound')
  if (before.paidAt !== null) return before
  const on = dateAt(ctx.now())
  const { byId } = await bookOf(ctx.tx, dossier.receiverId, on)
  const order = await takeNumber(ctx.tx, `fee receipt ${byId}`, on.slice(0, 4))
  const receiptNumber = String(order).padStart(7, '0')
  await find(
    ctx.tx,
    sql`update services.fee set paid_at = ${ctx.now()}, method = ${method}, receipt_number = ${receiptNumber}, taken_by = ${ctx.actor.account}
      where dossier_id = ${dossier.id} and fee = ${fee} and paid_at is null`,
  )
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'fee-paid',
      isPublic: true,
      words: {
        vi: `Đã thu ${before.name.vi.toLowerCase()}, biên lai số ${receiptNumber}`,
        en: `Fee taken, receipt ${receiptNumber}`,
      },
      detail: { fee, amount: before.amount, method },
    },
  ])
  ctx.note({
    objectType: 'dossier',
    objectId: dossier.id,
    facts: { code: dossier.code, fee, amount: before.amount, receiptNumber },
  })
  return { ...before, paidAt: ctx.now(), method, receiptNumber }
}

async function mustBeTakenHere(ctx: Context, dossier: Dossier): Promise<void> {
  if ((await countersOf(ctx)).some((counter) => counter.id === dossier.receiverId)) return
  if ((await heldTasks(ctx, dossier.id)).some((task) => task.isMine)) return
  throw new Problem('feeElsewhere', servicesProblems.feeElsewhere)
}
