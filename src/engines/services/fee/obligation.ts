import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { showDong } from '#values/money.ts'
import type { Words } from '#values/words.ts'
import { cancelOrders } from '#engines/payments/index.ts'
import { actAsOfficial } from '../work/act.ts'
import { applyAction } from '../work/apply-action.ts'
import { servicesProblems } from '../contract/problems.ts'
import { lockDossier, type Dossier } from '../dossier/dossier.ts'
import { writeHistory } from '../dossier/history.ts'
import { openFeeOrder } from './fee-order.ts'
import { momentOf, obligationsOf } from './obligation-dues.ts'
import { feeReference } from './fee-reference.ts'

/** A notice to pay that comes in while a dossier is worked on. */
export interface Notice {
  /** Its number, as whoever issued it gave it. */
  readonly notice: string
  readonly issuedBy: string
  readonly items: readonly { readonly name: string; readonly amount: number }[]
}

/**
 * A notice to pay came in: the clock stands from now on (Decree 43/2014, art. 61: the time to pay is not counted), and the applicant can pay
 * it here. 409 where it is in already.
 */
export async function recordObligation(ctx: Context, dossier: Dossier, step: string, notice: Notice): Promise<Dossier> {
  const after = await actAsOfficial(ctx, dossier, { action: 'pause', step, ground: 'financial-obligation' })
  const id = randomUUIDv7()
  const total = notice.items.reduce((sum, { amount }) => sum + amount, 0)
  const fresh = await run(
    ctx.tx,
    sql`insert into services.obligation (id, dossier_id, notice, issued_by, items, total, recorded_at, recorded_by)
      values (${id}, ${dossier.id}, ${notice.notice}, ${notice.issuedBy}, ${json(notice.items)}, ${total}, ${ctx.now()}, ${ctx.actor.name})
      on conflict do nothing`,
  )
  if (fresh === 0) throw new Problem('noticeKnown', servicesProblems.noticeKnown)
  await openFeeOrder(ctx, dossier, momentOf(id))
  await writeHistory(ctx, [
    {
      dossierId: dossier.id,
      kind: 'obligation-noticed',
      step,
      isPublic: true,
      words: sayNotice(notice, total),
    },
  ])
  return after
}

/** The line of the history that says what a notice asks for, whole đồng together. */
export const sayNotice = ({ notice, issuedBy }: Notice, total: number): Words => ({
  vi: `Thông báo số ${notice} của ${issuedBy}: phải nộp ${showDong(total)}`,
  en: `Notice ${notice} of ${issuedBy}: ${showDong(total)} to pay`,
})

/** Paid: the clock goes on by itself, if nothing else is owed and it still stands for that. */
export async function resumeWhenPaid(ctx: Context, dossierId: string): Promise<void> {
  const dossier = await lockDossier(ctx.tx, dossierId)
  if (dossier.status !== 'paused') return
  const owed = (await obligationsOf(ctx.tx, [dossierId])).get(dossierId) ?? []
  if (owed.some(({ paidAt }) => paidAt === null)) return
  await applyAction(ctx, dossier, { action: 'resume' })
  const words: Words = {
    vi: 'Đã nộp đủ nghĩa vụ tài chính, tính giờ tiếp',
    en: 'Everything is paid; the clock goes on',
  }
  await writeHistory(ctx, [{ dossierId, kind: 'resumed', isPublic: true, words }])
}

/** The clock goes on by an official's hand, who saw that it was paid elsewhere: here it is owed no more. */
export async function forgetObligations(ctx: Context, dossierId: string): Promise<void> {
  const found = await rows(
    ctx.tx,
    sql<{ id: string }>`select id from services.obligation where dossier_id = ${dossierId}`,
  )
  await cancelOrders(
    ctx.tx,
    found.map(({ id }) => feeReference(dossierId, momentOf(id))),
  )
}
