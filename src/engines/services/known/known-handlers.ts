import { mustBeInOrder } from '#values/day-order.ts'
import { randomUUIDv7 } from 'node:crypto'
import { rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { coApplicantsOf, isGivenAway } from '../co-applicant/co-applicant.ts'
import { tellOfChange } from '../co-applicant/tell-co-applicants.ts'
import type { knownContract } from '../contract/known.ts'
import { servicesProblems } from '../contract/problems.ts'
import { saveDraft } from '../draft/draft.ts'
import { openDraft } from '../draft/open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { explainCorrection, keepSaid } from './corrections.ts'
import type { KnownFrom } from './known.ts'
import { mergeAnswer } from './merge-answer.ts'
import { findOffers, offeredFor, type Offered } from './offers.ts'

/** What need not be asked a second time: offered with its source, taken by the applicant, counted. */
export const knownHandlers = (parts: ServicesParts): Handlers<typeof knownContract> => ({
  findKnown: async (ctx, { id, page }) => findOffers(ctx, parts, await openDraft(ctx, id), page),

  async acceptKnown(ctx, { id, offer }) {
    const opened = await openDraft(ctx, id, true)
    const { draft, procedure } = opened
    const offered = readOffer(parts, id, offer)
    const page = procedure.form.pages.find(({ fields }) => fields.some((field) => field.id === offered.field))
    if (page === undefined) fail('conflict')
    if (isGivenAway(await coApplicantsOf(ctx.tx, procedure, id), page.id))
      throw new Problem('pageTaken', servicesProblems.pageTaken)
    const answers = {
      ...draft.answers,
      [offered.field]: mergeAnswer(draft.answers[offered.field], offered.value),
    }
    await saveDraft(ctx, id, { answers })
    await keepSaid(ctx, id, offered)
    await tellOfChange(ctx, parts, procedure, draft)
    await run(
      ctx.tx,
      sql`insert into services.known_use (id, draft_id, procedure_code, field, known_from, as_of, accepted_at)
        values (${randomUUIDv7()}, ${id}, ${procedure.code}, ${offered.field}, ${offered.from}, ${offered.asOf}, ${ctx.now()})`,
    )
    ctx.note({
      objectType: 'draft',
      objectId: id,
      subjects: [draft.personId],
      facts: { field: offered.field, from: offered.from },
    })
    return { page: page.id }
  },

  async explainCorrection(ctx, { id, field, reason }) {
    const { draft, procedure } = await openDraft(ctx, id, true)
    const page = procedure.form.pages.find(({ fields }) => fields.some((one) => one.id === field))
    if (page === undefined || (await explainCorrection(ctx, id, field, reason)) === 0) fail('notFound')
    ctx.note({ objectType: 'draft', objectId: id, subjects: [draft.personId], facts: { field } })
    return { page: page.id }
  },

  countKnown(ctx, period) {
    mustBeInOrder(period)
    return countKnown(ctx, period)
  },
})

function readOffer({ secrets }: ServicesParts, draftId: string, offer: string): Offered {
  try {
    return JSON.parse(secrets.open(Buffer.from(offer, 'base64url'), offeredFor(draftId)).toString()) as Offered
  } catch {
    // Made up, of another draft, or of before the key was changed.
    fail('conflict')
  }
}

/**
 * By source: how often something was taken over in a period (days inclusive), in how many applications, how many of these were filed, and in
 * which procedures that was: what was given up says nothing of a service.
 */
export async function countKnown({ tx }: Context, { from, to }: { from: string; to: string }) {
  const found = await rows(
    tx,
    sql<{ from: KnownFrom; taken: number; applications: number; filed: number; procedures: string[] }>`
      select u.known_from as "from", count(*)::int as taken, count(distinct u.draft_id)::int as applications,
        count(distinct d.id)::int as filed,
        coalesce(array_agg(distinct u.procedure_code order by u.procedure_code) filter (where d.id is not null), '{}') as procedures
      from services.known_use u left join services.dossier d on d.id = u.draft_id
      where u.accepted_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and u.accepted_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by u.known_from order by u.known_from`,
  )
  const asking = await rows(
    tx,
    sql<{
      code: string
    }>`select distinct p.code from services.procedure p join services.procedure_version v on v.id = p.version_id
      where p.is_complete and p.valid_from <= ${to} and (p.valid_to is null or p.valid_to > ${from})
        and jsonb_path_exists(v.declaration::jsonb, '$.form.pages[*].fields[*].prefill ? (@ starts with "enterprise")') order by p.code`,
  )
  return { rows: found, askEnterprise: asking.map(({ code }) => code) }
}
