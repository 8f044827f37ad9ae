import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { checkedPapers, readTyped } from './application-at-counter.ts'
import type { counterDraftContract } from '../contract/counter-draft.ts'
import {
  counterDrafts,
  findCounterDraft,
  lockCounterDraft,
  mustBeHeld,
  saveCounterDraft,
  takeCounterDraft,
  type CounterDraft,
} from './counter-draft.ts'
import { deleteDraft } from '../draft/draft.ts'
import type { ServicesParts } from '../parts.ts'
import { getProcedure } from '../procedure/procedure.ts'
import { addDraftScan, givenInDraft, joinDraftScans, viewDraftPaper } from './draft-scans.ts'
import { receptionOf, whatFollows } from './reception.ts'

/** What is typed at a counter and not filed yet: saved as it goes, found again, handed on within the counter. */
export const counterDraftHandlers = (parts: ServicesParts): Handlers<typeof counterDraftContract> => ({
  async saveCounterDraft(ctx, input) {
    const { id, code, channel, post, papers, applicantName, revision } = input
    const before = await lockCounterDraft(ctx, id)
    const { versionId, procedure } = await getProcedure(ctx.tx, code, dateAt(ctx.now()))
    const reception = await receptionOf(ctx, procedure, {
      channel,
      counterId: input.counterId ?? before?.counterId,
      place: input.place,
    })
    const { answers } = await readTyped(ctx, parts, reception.procedure, { post })
    const saved = await saveCounterDraft(
      ctx,
      {
        id,
        counterId: reception.counter.id,
        versionId,
        isAssisted: channel === 'online',
        answers,
        applicantName,
        typed: post,
        papers: await checkedPapers(ctx, procedure.papers, papers, before),
      },
      before,
      revision,
    )
    ctx.note({ objectType: 'draft', objectId: id, facts: { code } })
    return { ...saved, ...(await whatFollows(ctx, reception, answers)) }
  },

  async getCounterDraft(ctx, { id }) {
    const draft = (await findCounterDraft(ctx, id)) ?? fail('notFound')
    mustBeHeld(ctx, draft)
    noteOf(ctx, draft)
    const { code, dossierId, isAssisted, counterId, revision, savedAt } = draft
    const papers = await givenInDraft(ctx, id)
    return { id, code, dossierId, isAssisted, counterId, post: draft.typed, papers, revision, savedAt }
  },

  viewDraftPaper: (ctx, { id, paper }) => viewDraftPaper(ctx, id, paper),
  addDraftScan: (ctx, { id, paper, fileId }) => addDraftScan(ctx, id, paper, fileId),
  joinDraftScans: (ctx, { id, paper, fileId }) => joinDraftScans(ctx, id, paper, fileId),

  async listCounterDrafts(ctx) {
    const found = await counterDrafts(ctx)
    ctx.note({ objectType: 'draft', objectId: 'counter', facts: { rows: found.length } })
    return found.map(({ accountId, ...draft }) => ({ ...draft, isMine: accountId === ctx.actor.account }))
  },

  async takeCounterDraft(ctx, { id }) {
    const { dossierId } = await takeCounterDraft(ctx, id)
    return { id, dossierId }
  },

  async discardCounterDraft(ctx, { id }) {
    const draft = await lockCounterDraft(ctx, id)
    if (draft !== undefined) noteOf(ctx, draft)
    return { discarded: draft !== undefined && (await deleteDraft(ctx, id)) > 0 }
  },
})

const noteOf = (ctx: Context, { id, code, counterName }: CounterDraft) =>
  ctx.note({ objectType: 'draft', objectId: id, facts: { code, counter: counterName } })
