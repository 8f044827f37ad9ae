import { z } from 'zod'
import { get, sql } from '#kernel/database/query.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { readCursor, toPage } from '#values/page.ts'
import { civil, dateAt } from '#values/plain-date.ts'
import { readLink, standingOf } from '../client/link-state.ts'
import type { nationalPortalContract } from '../contract.ts'
import type { NationalProfile } from '../declare.ts'
import { renewLinks } from '../links/renew-links.ts'
import { deliveryKinds, readBacklog } from '../outgoing/delivery.ts'
import { wantAnswersChecked } from '../questions/check-answers.ts'
import { repairAnswers } from '../questions/repair-answers.ts'
import { wantChecked } from './check-deliveries.ts'
import { listDifferences, viewCauses, viewFlows } from './link-view.ts'
import { repair } from './repair.ts'

const Key = z.tuple([z.enum([...deliveryKinds, 'answer']), z.uuid()])

/** What an operator sees of the link and does to mend it. */
export const linkHandlers = (
  isSetUp: boolean,
  profile: NationalProfile,
): Pick<
  Handlers<typeof nationalPortalContract>,
  'viewNationalLink' | 'listNationalDifferences' | 'repairNationalDifferences' | 'checkNationalPortal'
> => ({
  async viewNationalLink(ctx, { from }) {
    const today = dateAt(ctx.now())
    const since = from ?? civil(`${today.slice(0, 8)}01`)
    const link = await readLink(ctx.tx)
    const { oldest } = await readBacklog(ctx.tx)
    const { checksDue } = await get(
      ctx.tx,
      sql<{ checksDue: number }>`select ((select count(*) from national_portal.delivery where is_check_due)
        + (select count(*) from national_portal.answer where is_check_due))::int as checks_due`,
    )
    return {
      at: ctx.now(),
      from: since,
      standing: isSetUp ? standingOf(link) : 'off',
      downSince: link.downSince,
      triedNext: link.closedUntil,
      answeredAt: link.answeredAt,
      tookMs: link.tookMs,
      error: link.error,
      waitingSince: oldest,
      checksDue,
      causes: await viewCauses(ctx.tx),
      ...(await viewFlows(ctx.tx, since, today)),
    }
  },

  async listNationalDifferences(ctx, { cause, after, limit }) {
    const [kind, id] = after === undefined ? [] : readCursor(Key, after)
    const found = await listDifferences(
      ctx.tx,
      { cause, limit: limit + 1, after: kind && id ? { kind, id } : undefined },
      dateAt(ctx.now()),
    )
    return toPage(found, limit, (row) => [row.kind, row.id])
  },

  async repairNationalDifferences(ctx, { cause, id }) {
    const count =
      (await repair(ctx.tx, { cause, dossierId: id }, ctx.now())) +
      (await repairAnswers(ctx.tx, { cause, id }, ctx.now()))
    ctx.note({ objectType: 'national-link', objectId: id ?? cause, facts: { cause, count } })
    return { count }
  },

  async checkNationalPortal(ctx) {
    const count = (await wantChecked(ctx.tx)) + (await wantAnswersChecked(ctx.tx))
    if (isSetUp) await renewLinks(ctx.tx, profile, ctx.now())
    ctx.note({ objectType: 'national-link', objectId: 'check', facts: { count } })
    return { count }
  },
})
