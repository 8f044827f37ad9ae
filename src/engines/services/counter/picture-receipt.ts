import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { visibleAnswers } from '#engines/forms/contract.ts'
import type { counterContract } from '../contract/counter.ts'
import { toFillIn } from '../dossier/ready-result.ts'
import { viewPapers } from '../dossier/view.ts'
import type { ServicesParts } from '../parts.ts'
import { pictureForm } from '../print/print-form.ts'
import { receiptSheet } from '../print/receipt-sheet.ts'
import { sheetAbout } from '../print/sheet.ts'
import { getProcedure, timeLimitOf } from '../procedure/procedure.ts'
import { readTyped } from './application-at-counter.ts'
import { mustBeReceivable, receptionAt } from './counter.ts'
import { whatFollows } from './reception.ts'

/** Form 01 as it would be if what is typed were received now, whatever is still missing; nothing is kept. */
export const pictureReceipt =
  (parts: ServicesParts): Handlers<typeof counterContract>['pictureReceipt'] =>
  async (ctx, { code, counterId, post, applicant, papers: given, paidFees }) => {
    const now = ctx.now()
    const on = dateAt(now)
    const { procedure } = await getProcedure(ctx.tx, code, on)
    mustBeReceivable(ctx, procedure)
    const { counter, counters, owner } = await receptionAt(ctx, procedure, counterId)
    const { answers } = await readTyped(ctx, parts, procedure, { post })
    const visible = visibleAnswers(procedure.form, answers)
    const place = counter.areaCode
    const facts = { answers: visible, channel: 'counter', place }
    const reception = { procedure, channel: 'counter', counter, counters, place, owner } as const
    const { promised, fees } = await whatFollows(ctx, reception, answers)
    const sheet = await sheetAbout(ctx, parts, {
      procedure,
      answers: visible,
      on,
      readyOn: dateAt(promised),
      receiverId: counter.id,
      ownerId: owner.id,
      name: applicant.fullName || toFillIn,
      enterpriseName: null,
      person: {
        sex: applicant.sex ?? null,
        personalId: applicant.personalId || null,
        phone: applicant.phone || null,
        email: applicant.email || null,
        residence: applicant.residence ?? null,
      },
    })
    const svg = await pictureForm(
      parts.printer,
      'receipt-slip',
      await receiptSheet(ctx, parts, {
        code: toFillIn,
        receiverId: counter.id,
        sheet,
        isElectronic: false,
        papers: (await viewPapers(ctx.tx, procedure, visible, [])).filter(
          (paper) => paper.generated || paper.required || given.includes(paper.id),
        ),
        limit: timeLimitOf(procedure, on, facts),
        receivedAt: now,
        promisedAt: promised,
        exemptions: fees.flatMap(({ name, exemption }) => (exemption === undefined ? [] : [{ name, ...exemption }])),
        fees: fees
          .filter(({ amount }) => amount > 0)
          .map(({ id, name, amount }) => ({
            name,
            amount,
            paidAt: paidFees.includes(id) ? now : null,
            receiptNumber: null,
          })),
        receiverName: ctx.actor.name,
      }),
    )
    return new File([svg], 'giay-hen.svg', { type: 'image/svg+xml' })
  }
