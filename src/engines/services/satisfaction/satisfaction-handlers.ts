import { mustBeInOrder } from '#values/day-order.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitsByKeys } from '#engines/directory/index.ts'
import type { satisfactionContract } from '../contract/satisfaction.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import { findDossier, lockDossier } from '../dossier/dossier.ts'
import { procedureNameFor } from '../procedure/procedure.ts'
import { deskAnomalies } from './desk-anomalies.ts'
import { answerLowMark, listLowMarks } from './low-mark.ts'
import { satisfactionBy } from './published.ts'
import { mustBeOfCitizen } from './own-work.ts'
import { rateDossier } from './rating.ts'
import { getIdOfLink } from './rating-link.ts'

/** Marks by link and at desks, what is published of them, and answers to low ones. */
export const satisfactionHandlers: Handlers<typeof satisfactionContract> = {
  async getRatingByLink(ctx, { token }) {
    const dossier = (await findDossier(ctx.tx, await getIdOfLink(ctx, token))) ?? fail('notFound')
    return { code: dossier.code, procedureName: await procedureNameFor(ctx, dossier.versionId) }
  },

  async rateByLink(ctx, { token, ...mark }) {
    const dossier = await lockDossier(ctx.tx, await getIdOfLink(ctx, token))
    await mustBeOfCitizen(ctx, dossier.id)
    return rateDossier(ctx, dossier, mark, { channel: 'link' })
  },

  async rateAtDesk(ctx, { id, ...mark }) {
    const { receiverId } = await getVisibleDossier(ctx, id)
    const scope = scopeOf(ctx.actor, 'dossier.deliver')
    const desks = scope === 'all' ? [] : await unitsByKeys(ctx.tx, scope, dateAt(ctx.now()))
    // Only where it was received is it rated at a desk, by whoever hands results over there.
    if (!desks.some((unit) => unit.id === receiverId)) fail('notFound')
    return rateDossier(ctx, await lockDossier(ctx.tx, id), mark, {
      channel: 'desk',
      unitId: receiverId,
      accountId: ctx.actor.account,
    })
  },

  listSatisfaction(ctx, { by, ...period }) {
    mustBeInOrder(period)
    return satisfactionBy(ctx.tx, by, period)
  },
  listLowMarks: (ctx, input) => listLowMarks(ctx, input),
  answerLowMark: (ctx, { id, words }) => answerLowMark(ctx, id, words),
  listDeskAnomalies: (ctx) => deskAnomalies(ctx),
}
