import { get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { findPersonByNumber } from '#engines/directory/index.ts'
import { papersFor, visibleAnswers } from '#engines/forms/contract.ts'
import type { reuseContract } from '../contract/reuse.ts'
import { readTyped } from '../counter/application-at-counter.ts'
import { findCounterDraft, lockCounterDraft, mustBeHeld, type CounterDraft } from '../counter/counter-draft.ts'
import { tellOfChange } from '../co-applicant/tell-co-applicants.ts'
import { saveDraft } from '../draft/draft.ts'
import { openDraft, type OpenedDraft } from '../draft/open-draft.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure, isComplete } from '../procedure/procedure.ts'
import { openSupplement } from '../dossier/answer-supplement.ts'
import { subjectsOf } from '../dossier/dossier.ts'
import { getVisibleDossier } from '../dossier/dossier-access.ts'
import { getOwnDossier, lockOwnDossier } from '../applicant/own-dossier.ts'
import { reusableForSupplement } from './for-supplement.ts'
import { findReusable, viewReusable, type Reusable } from './reusable.ts'
import { chosenOf, intoDraft, intoSupplement, takeReusable } from './take-reusable.ts'

/** Papers that the province has already: offered with their dossier and date, used again by whoever writes the application. */
export const reuseHandlers = (parts: ServicesParts): Handlers<typeof reuseContract> => ({
  listReusable: async (ctx, { id }) => (await ofDraft(ctx, await openDraft(ctx, id))).map(viewReusable),

  async reusePaper(ctx, { id, ...chosen }) {
    const opened = await openDraft(ctx, id, true)
    const { draft, procedure } = opened
    const reusable = chosenOf(await ofDraft(ctx, opened), chosen)
    await takeReusable(ctx, parts, intoDraft(ctx, id), reusable)
    await saveDraft(ctx, id, { answers: draft.answers })
    await tellOfChange(ctx, parts, procedure, draft)
    note(ctx, id, draft.personId, reusable)
    return { paper: chosen.paper }
  },

  async listReusableForSupplement(ctx, { id }) {
    const dossier = await getOwnDossier(ctx, id)
    return (await reusableForSupplement(ctx, dossier, await openSupplement(ctx, dossier))).map(viewReusable)
  },

  async reuseInSupplement(ctx, { id, ...chosen }) {
    const dossier = await lockOwnDossier(ctx, id)
    const asked = await openSupplement(ctx, dossier)
    const reusable = chosenOf(await reusableForSupplement(ctx, dossier, asked), chosen)
    await takeReusable(ctx, parts, intoSupplement(ctx, asked.id), reusable)
    ctx.note({ objectType: 'dossier', objectId: id, subjects: subjectsOf(dossier), facts: factsOf(reusable) })
    return { paper: chosen.paper }
  },

  async listReusableAtCounter(ctx, { id, ...shown }) {
    const draft = (await findCounterDraft(ctx, id)) ?? fail('notFound')
    mustBeHeld(ctx, draft)
    const { personId, found } = await atCounter(ctx, parts, draft, shown)
    const subjects = personId === undefined ? [] : [personId]
    ctx.note({ objectType: 'draft', objectId: id, subjects, facts: { code: draft.code, rows: found.length } })
    return found.map(viewReusable)
  },

  async reuseAtCounter(ctx, { id, personalId, code, ...chosen }) {
    const draft = (await lockCounterDraft(ctx, id)) ?? fail('notFound')
    const { personId, found } = await atCounter(ctx, parts, draft, { personalId, code })
    const reusable = chosenOf(found, chosen)
    await takeReusable(ctx, parts, intoDraft(ctx, id), reusable)
    note(ctx, id, personId as string, reusable)
    // A window that shows what stood here before does not write over it.
    return get(
      ctx.tx,
      sql<{ revision: number }>`update services.draft set revision = revision + 1, saved_at = ${ctx.now()}
        where id = ${id} returning revision`,
    )
  },
})

const ofDraft = (ctx: Context, { draft, procedure }: OpenedDraft): Promise<Reusable[]> =>
  findReusable(ctx, {
    applicant: { personId: draft.personId, enterpriseId: draft.enterpriseId },
    procedureCode: procedure.code,
    asked: papersFor(procedure.papers, visibleAnswers(procedure.form, draft.answers)),
  })

/** Of whoever filed what is supplemented, or stands at the counter; nothing of a number that nobody is known by. */
async function atCounter(
  ctx: Context,
  parts: ServicesParts,
  draft: CounterDraft,
  { personalId, code }: { readonly personalId?: string | undefined; readonly code?: string | undefined },
): Promise<{ personId: string | undefined; found: Reusable[] }> {
  if (draft.dossierId !== null) {
    const dossier = await getVisibleDossier(ctx, draft.dossierId)
    const found = await reusableForSupplement(ctx, dossier, await openSupplement(ctx, dossier), code)
    return { personId: dossier.applicantId, found }
  }
  const { procedure } = await getProcedure(ctx.tx, draft.code, dateAt(ctx.now()))
  if (!isComplete(procedure)) fail('notFound')
  const person = personalId === undefined ? undefined : await findPersonByNumber(ctx.tx, personalId)
  if (person === undefined) return { personId: undefined, found: [] }
  const { answers } = await readTyped(ctx, parts, procedure, { post: draft.typed })
  const application = {
    applicant: { personId: person.id, enterpriseId: null },
    procedureCode: procedure.code,
    asked: papersFor(procedure.papers, visibleAnswers(procedure.form, answers)),
  }
  return { personId: person.id, found: await findReusable(ctx, application, code) }
}

const note = (ctx: Context, draftId: string, personId: string, reusable: Reusable) =>
  ctx.note({
    objectType: 'draft',
    objectId: draftId,
    subjects: [personId],
    facts: factsOf(reusable),
  })

const factsOf = (reusable: Reusable) => ({
  paper: reusable.paper.id,
  from: reusable.from,
  dossier: reusable.from === 'paper' ? reusable.files[0].dossierCode : reusable.result.dossierCode,
})
