import type { Handlers } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { scheduleReorganization, undoReorganization } from './carry-out.ts'
import type { reorganizationContract } from './contract.ts'
import type { Follower } from './follower.ts'
import { previewReorganization } from './preview.ts'
import { changePlan, getReorganization, keptPreview, listReorganizations, savePlan } from './reorganization.ts'

/** Reorganisation as an operation: a plan is kept, looked at, scheduled, carried out at midnight of its day, and taken back. */
export const reorganizationHandlers = (followers: readonly Follower[]): Handlers<typeof reorganizationContract> => ({
  listReorganizations: (ctx) => listReorganizations(ctx.tx),

  getReorganization: (ctx, { id }) => getReorganization(ctx.tx, id),

  async previewReorganization(ctx, { id }) {
    const { plan, status } = await getReorganization(ctx.tx, id)
    return status === 'draft'
      ? previewReorganization(ctx.tx, plan, followers, dateAt(ctx.now()))
      : keptPreview(ctx.tx, id)
  },

  async saveReorganization(ctx, { id: known, revision = 1, plan }) {
    const id = known ?? (await savePlan(ctx.tx, { plan, by: ctx.actor.account, at: ctx.now() }))
    const saved = known === undefined ? 1 : await changePlan(ctx, { id: known, revision, plan })
    ctx.note({ objectType: 'reorganization', objectId: id, facts: { title: plan.title, document: plan.document } })
    return { id, revision: saved }
  },

  async scheduleReorganization(ctx, read) {
    await scheduleReorganization(ctx, read, followers)
    return getReorganization(ctx.tx, read.id)
  },

  async undoReorganization(ctx, read) {
    await undoReorganization(ctx, read, followers)
    return getReorganization(ctx.tx, read.id)
  },
})
