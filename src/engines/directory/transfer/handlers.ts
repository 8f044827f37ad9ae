import { sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { appointmentsOf } from '../held-history.ts'
import { getPerson } from '../person.ts'
import type { Follower } from '../reorganization/follower.ts'
import { cancelTransfer } from './cancel.ts'
import type { transferContract, TransferView } from './contract.ts'
import { decideTransfer, mustDecide } from './decide.ts'
import { prepare } from './prepare.ts'
import { previewTransfer } from './preview.ts'
import { isOfficialReached, mustReachOfficial } from './reach.ts'
import { postsOn } from './standing.ts'
import { getTransfer, transfersWhere, type TransferRow } from './transfer.ts'

/** A decision about one official, looked at first, written with its day, cancelled until its eve. */
export const transferHandlers = (followers: readonly Follower[]): Handlers<typeof transferContract> => ({
  async viewOfficial(ctx, { id, asOf }) {
    const today = dateAt(ctx.now())
    await mustReachOfficial(ctx, id)
    const person = await getPerson(ctx.tx, id)
    return {
      id,
      name: person.fullName,
      birthDate: person.birthDate,
      posts: await postsOn(ctx.tx, id, asOf ?? today),
      history: await appointmentsOf(ctx.tx, id, today),
      transfers: (await transfersWhere(ctx.tx, sql`t.person_id = ${id}`, 20)).map((row) => viewOf(ctx, row)),
    }
  },

  listTransfers: async (ctx) =>
    (await transfersWhere(ctx.tx, isOfficialReached(ctx, sql`t.person_id`), 100)).map((row) => viewOf(ctx, row)),

  async previewTransfer(ctx, { plan }) {
    await getPerson(ctx.tx, plan.personId)
    await mustDecide(ctx, plan.personId, await prepare(ctx.tx, plan))
    return previewTransfer(ctx.tx, plan, followers)
  },

  decideTransfer: async (ctx, { plan, decision }) => ({ id: await decideTransfer(ctx, plan, decision, followers) }),

  async getTransfer(ctx, { id }) {
    const row = await getTransfer(ctx.tx, id)
    await mustReachOfficial(ctx, row.personId)
    return { ...viewOf(ctx, row), preview: await previewTransfer(ctx.tx, row.changes.plan, followers) }
  },

  async cancelTransfer(ctx, { id }) {
    await cancelTransfer(ctx, id)
    return { id }
  },
})

function viewOf(ctx: Context, { changes: _changes, cancelledAt, ...row }: TransferRow): TransferView {
  const isAhead = row.effectiveOn > dateAt(ctx.now())
  return { ...row, status: cancelledAt !== null ? 'cancelled' : isAhead ? 'ahead' : 'in-force' }
}
