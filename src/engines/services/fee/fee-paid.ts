import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { showDong } from '#values/money.ts'
import { tell } from '#engines/notification/index.ts'
import { cancelOrders } from '#engines/payments/index.ts'
import { findDossier, type Dossier } from '../dossier/dossier.ts'
import { isDoneOnline } from '../dossier/dossier-access.ts'
import { writeHistory } from '../dossier/history.ts'
import { feeReference, readFeeReference } from './fee-reference.ts'
import { forgetObligations, resumeWhenPaid } from './obligation.ts'

interface Paid {
  readonly reference: string
  readonly method: string
  readonly amount: number
  readonly receiptNumber: string
}

interface RefundOwed {
  readonly reference: string
  readonly amount: number
  readonly cause: string
}

interface RefundReturned {
  readonly reference: string
  readonly amount: number
  /** Number of the transfer by which it went. */
  readonly transferCode: string
}

/** The line of a dossier's history that says that its fee was paid. */
export const sayFeePaid = ({ method, amount, receiptNumber }: Omit<Paid, 'reference'>) => ({
  kind: 'fee-paid',
  isPublic: true,
  words:
    method === 'online'
      ? {
          vi: `Đã trả ${showDong(amount)} qua mạng, biên lai số ${receiptNumber}`,
          en: `${showDong(amount)} paid online, receipt ${receiptNumber}`,
        }
      : {
          vi: `Đã thu ${showDong(amount)}, biên lai số ${receiptNumber}`,
          en: `${showDong(amount)} taken, receipt ${receiptNumber}`,
        },
  detail: { amount, method },
})

/** Writes into a dossier's history that its fee was paid. */
export const writeFeePaid = (ctx: Context, dossier: Dossier, paid: Omit<Paid, 'reference'>): Promise<void> =>
  writeHistory(ctx, [{ dossierId: dossier.id, ...sayFeePaid(paid) }])

/** What follows from payments: history and a message of what was paid online, of what goes back; nothing is owed for what ended. */
export const feeListeners = (publicUrl: string): readonly Listener[] => [
  {
    event: 'payment.paid',
    name: 'follow-payment',
    async run(ctx: Context, paid: Paid, eventId: string) {
      const dossier = await dossierOf(ctx, paid.reference)
      if (dossier === undefined) return
      if (readFeeReference(paid.reference)?.payAt.startsWith('obligation-')) await resumeWhenPaid(ctx, dossier.id)
      // What a counter takes it writes down itself.
      if (paid.method !== 'online') return
      await writeFeePaid(ctx, dossier, paid)
      await tellApplicant(ctx, publicUrl, dossier, 'payment.paid', eventId, {
        vi: `Đã nhận ${showDong(paid.amount)} của hồ sơ ${dossier.code}. Biên lai số ${paid.receiptNumber}.`,
        en: `${showDong(paid.amount)} received for dossier ${dossier.code}. Receipt ${paid.receiptNumber}.`,
      })
    },
  },
  {
    event: 'payment.refundOwed',
    name: 'tell-refund-owed',
    async run(ctx: Context, { reference, amount, cause }: RefundOwed, eventId: string) {
      const dossier = await dossierOf(ctx, reference)
      if (dossier === undefined) return
      const sum = showDong(amount)
      await tellApplicant(
        ctx,
        publicUrl,
        dossier,
        'payment.refundOwed',
        eventId,
        cause === 'decided'
          ? {
              vi: `Hồ sơ ${dossier.code}: đã có quyết định hoàn lại ${sum}. Cơ quan thu sẽ chuyển trả.`,
              en: `Dossier ${dossier.code}: it was decided to return ${sum}. The collector will pay it back.`,
            }
          : {
              vi: `Hồ sơ ${dossier.code}: đã nhận thừa ${sum}. Cơ quan thu sẽ hoàn lại, ông/bà không phải làm gì.`,
              en: `Dossier ${dossier.code}: ${sum} came too much. It will be returned; you need not do anything.`,
            },
      )
    },
  },
  {
    event: 'payment.refundReturned',
    name: 'tell-refund-returned',
    async run(ctx: Context, { reference, amount, transferCode }: RefundReturned, eventId: string) {
      const dossier = await dossierOf(ctx, reference)
      if (dossier === undefined) return
      await tellApplicant(ctx, publicUrl, dossier, 'payment.refundReturned', eventId, {
        vi: `Hồ sơ ${dossier.code}: đã hoàn lại ${showDong(amount)}, chứng từ ${transferCode}.`,
        en: `Dossier ${dossier.code}: ${showDong(amount)} was returned, transfer ${transferCode}.`,
      })
    },
  },
  {
    event: 'fee.exemptionDecided',
    name: 'tell-exemption-decided',
    async run(
      ctx: Context,
      { dossierId, granted, reason }: { dossierId: string; granted: boolean; reason?: string },
      eventId: string,
    ) {
      const dossier = await findDossier(ctx.tx, dossierId)
      if (dossier === undefined) return
      await tellApplicant(
        ctx,
        publicUrl,
        dossier,
        'fee.exemptionDecided',
        eventId,
        granted
          ? {
              vi: `Hồ sơ ${dossier.code}: ông/bà được miễn, giảm phí, lệ phí như đã đề nghị.`,
              en: `Dossier ${dossier.code}: you are exempt from the fee as you asked.`,
            }
          : {
              vi: `Hồ sơ ${dossier.code}: không được miễn, giảm phí, lệ phí. Lý do: ${reason}. Xin trả phí để hồ sơ đi tiếp.`,
              en: `Dossier ${dossier.code}: you are not exempt from the fee. Reason: ${reason}. Please pay it.`,
            },
      )
    },
  },
  {
    event: 'payment.undone',
    name: 'note-undone-payment',
    async run(ctx: Context, { reference, receiptNumber }: { reference: string; receiptNumber: string }) {
      const dossier = await dossierOf(ctx, reference)
      if (dossier === undefined) return
      const words = {
        vi: `Hủy biên lai số ${receiptNumber} ghi nhầm: phí chưa thu`,
        en: `Receipt ${receiptNumber} was written by mistake and is void: the fee is not paid`,
      }
      await writeHistory(ctx, [{ dossierId: dossier.id, kind: 'fee-undone', isPublic: true, words }])
    },
  },
  ...['dossier.withdrawn', 'dossier.withdrawn-at-counter', 'dossier.rejected', 'dossier.lapsed'].map((event) => ({
    event,
    name: `cancel-fees-${event}`,
    run: async (ctx: Context, { dossierId }: { dossierId: string }) =>
      void (await cancelOrders(
        ctx.tx,
        ['reception', 'result'].map((payAt) => feeReference(dossierId, payAt)),
      )),
  })),
  ...['dossier.resumed', 'dossier.withdrawn', 'dossier.withdrawn-at-counter', 'dossier.lapsed'].map((event) => ({
    event,
    name: `forget-obligations-${event}`,
    run: (ctx: Context, { dossierId }: { dossierId: string }) => forgetObligations(ctx, dossierId),
  })),
]

const dossierOf = async (ctx: Context, reference: string): Promise<Dossier | undefined> => {
  const read = readFeeReference(reference)
  return read && findDossier(ctx.tx, read.dossierId)
}

async function tellApplicant(
  ctx: Context,
  publicUrl: string,
  dossier: Dossier,
  kind: string,
  eventId: string,
  words: { vi: string; en: string },
): Promise<void> {
  await tell(
    ctx.tx,
    {
      personId: dossier.applicantId,
      to: 'citizen',
      kind,
      words,
      link: `/trang-cua-toi/ho-so/${dossier.id}`,
      dedupe: eventId,
      byEmail: true,
      isGuarded: !(await isDoneOnline(ctx.tx, dossier.id, dossier.applicantId)),
      at: ctx.now(),
    },
    publicUrl,
  )
}
