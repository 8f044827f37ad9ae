import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { appointmentsOf } from '../held-history.ts'
import { getPerson } from '../person.ts'
import type { Follower } from '../reorganization/follower.ts'
import { cancelTransfer } from './cancel.ts'
import type { transferContract, TransferView } from './contract.ts'
import { decideTransfer, mustReach } from './decide.ts'
import { prepare } from './prepare.ts'
import { previewTransfer } from './preview.ts'
import { postsOn } from './standing.ts'
import { getTransfer, transfersWhere, type TransferRow } from './transfer.ts'

/** A decision about one official, looked at first, written with its day, cancelled until its eve. */
export const transferHandlers = (followers: readonly Follower[]): Handlers<typeof transferContract> => ({
  async viewOfficial(ctx, { id, asOf }) {
    const today = dateAt(ctx.now())
    await mustReachPerson(ctx, id)
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
    (await transfersWhere(ctx.tx, isReached(ctx, sql`t.person_id`), 100)).map((row) => viewOf(ctx, row)),

  async previewTransfer(ctx, { plan }) {
    await getPerson(ctx.tx, plan.personId)
    await mustReach(ctx, await prepare(ctx.tx, plan))
    return previewTransfer(ctx.tx, plan, followers)
  },

  decideTransfer: async (ctx, { plan, decision }) => ({ id: await decideTransfer(ctx, plan, decision, followers) }),

  async getTransfer(ctx, { id }) {
    const row = await getTransfer(ctx.tx, id)
    await mustReachPerson(ctx, row.personId)
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

/**
 * Whether a person holds, held or will hold a post in reach of the caller's right over the organisation.
 * @right
 */
function isReached(ctx: Context, person: Fragment): Fragment {
  const scope = scopeOf(ctx.actor, 'directory.manage')
  if (scope === 'all') return sql`true`
  return sql`exists (select 1 from directory.appointment reached join directory.post p on p.id = reached.post_id
    join directory.unit u on u.id = p.unit_id where reached.person_id = ${person} and u.key = any(${scope}::int[]))`
}

/**
 * Officials out of reach are not found.
 * @right
 */
async function mustReachPerson(ctx: Context, id: string): Promise<void> {
  const found = await find(
    ctx.tx,
    sql`select 1 from directory.person one where one.id = ${id} and ${isReached(ctx, sql`one.id`)}
      and exists (select 1 from directory.appointment a where a.person_id = one.id)`,
  )
  if (found === undefined) fail('notFound')
}
