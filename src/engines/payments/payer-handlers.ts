import { run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { maskName } from '#values/text.ts'
import { unitName } from '#engines/directory/index.ts'
import { attemptsOf, findByReference, startAttempt, type AttemptRow } from './attempt.ts'
import { findBeneficiary } from './beneficiary.ts'
import type { PayerContract } from './contract.ts'
import { getReadable, lockOrder, orderById } from './order.ts'
import type { PaymentsParts } from './parts.ts'
import { printReceipt } from './print-receipt.ts'
import { paymentsProblems } from './problems.ts'
import { findReceipt, findReceiptByCode, receiptNumber } from './receipt.ts'
import { viewOrder, viewReceipt } from './view-order.ts'

/** Whoever presses once more within this goes on with the page that they were sent to. */
const samePageMs = 15 * 60_000
/** The bank is not asked more often by hand. */
const askAgainMs = 15_000

/** What somebody does with what they have to pay. */
export const payerHandlers = (parts: PaymentsParts): Handlers<PayerContract> => ({
  getOrder: async (ctx, { id }) => viewOrder(ctx, parts, await getReadable(ctx, id)),

  describePaying: () => Promise.resolve({ isOnline: parts.platform !== undefined }),

  async startPayment(ctx, { id }) {
    await getReadable(ctx, id)
    const order = await lockOrder(ctx.tx, id)
    if (order.state !== 'due') throw new Problem('notDue', paymentsProblems.notDue)
    const account = await findBeneficiary(ctx.tx, order.ownerId, dateAt(ctx.now()))
    if (parts.platform === undefined || account === undefined)
      throw new Problem('onlineOff', paymentsProblems.onlineOff)
    const since = ctx.now().getTime() - samePageMs
    const underWay = (await attemptsOf(ctx.tx, id)).find(
      ({ state, startedAt }) => (state === 'new' || state === 'pending') && startedAt.getTime() > since,
    )
    const attempt = underWay ?? (await startAttempt(ctx, order))
    ctx.note({
      objectType: 'payment',
      objectId: id,
      subjects: [order.payerId],
      facts: { reference: attempt.reference, amount: order.total, fileCode: order.fileCode },
    })
    return { reference: attempt.reference }
  },

  async askAgain(ctx, { id }) {
    await getReadable(ctx, id)
    const attempt = (await attemptsOf(ctx.tx, id)).findLast(({ state }) => state === 'pending') ?? fail('notFound')
    if (!(await askNow(ctx, attempt)))
      throw new Problem('askedJustNow', paymentsProblems.askedJustNow, { retryAfterSeconds: askAgainMs / 1000 })
    return { reference: attempt.reference }
  },

  async noteReturn(ctx, { reference }) {
    const attempt = (await findByReference(ctx.tx, reference)) ?? fail('notFound')
    const { id } = await getReadable(ctx, attempt.orderId)
    await askNow(ctx, attempt)
    return { id }
  },

  async printReceipt(ctx, { id }) {
    const order = await getReadable(ctx, id)
    return printReceipt(ctx, parts, order, (await findReceipt(ctx.tx, order.id)) ?? fail('notFound'), ['payer'])
  },

  async verifyReceipt(ctx, { code }) {
    const receipt = await findReceiptByCode(ctx.tx, code)
    if (receipt === undefined) return { state: 'unknown' as const }
    const { serviceName } = await orderById(ctx.tx, receipt.orderId)
    return {
      state: receipt.voidedAt === null ? ('valid' as const) : ('void' as const),
      number: receiptNumber(receipt.number),
      symbol: viewReceipt(parts, receipt).symbol,
      issuedAt: receipt.issuedAt,
      amount: receipt.amount,
      serviceName,
      unitName: await unitName(ctx.tx, receipt.unitId, dateAt(receipt.issuedAt)),
      payer: maskName(receipt.payerName),
    }
  },
})

/** Has the platform asked about an attempt at once; false where it was asked just now. */
const askNow = async ({ tx, now }: Context, { id }: AttemptRow): Promise<boolean> =>
  (await run(
    tx,
    sql`update payments.attempt set next_ask_at = ${now()} where id = ${id} and state = 'pending'
      and (last_asked_at is null or last_asked_at < ${new Date(now().getTime() - askAgainMs)})`,
  )) > 0
