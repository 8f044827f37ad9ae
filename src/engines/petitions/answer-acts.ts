import type { Context } from '#kernel/operations/context.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { keepAnswerFiles } from './attachments/attach-by-account.ts'
import type { Doing } from './doing.ts'
import { endMerged } from './end-merged.ts'
import { nameOfActor } from './history.ts'
import { dueAfter, ruleOf } from './limits.ts'
import type { PetitionsParts } from './parts.ts'
import { isUnderReview, type Petition } from './petition.ts'
import { publish, withdraw } from './publish.ts'

type Answering = 'save' | 'propose' | 'return' | 'approve' | 'publish' | 'withdraw'

/** The answer: written, proposed, approved or returned, and published. */
export const answerActs: { readonly [Name in Answering]: Doing<Name> } = {
  async save(ctx, _parts, petition, { text }) {
    return { petition: { ...petition, draft: text, draftedBy: nameOfActor(ctx) } }
  },

  async propose(ctx, _parts, petition, { text }) {
    return {
      petition: { ...petition, draft: text, draftedBy: nameOfActor(ctx), proposedAt: ctx.now(), returned: null },
      happened: { kind: 'proposed', words: { vi: 'Trình câu trả lời', en: 'Answer proposed' }, isPublic: false },
      event: 'petition.proposed',
    }
  },

  async return(_ctx, _parts, petition, { words }) {
    return {
      petition: { ...petition, proposedAt: null, returned: words },
      happened: {
        kind: 'returned',
        words: { vi: 'Trả lại để sửa câu trả lời', en: 'Answer returned' },
        note: words,
        isPublic: false,
      },
      event: 'petition.returned',
    }
  },

  async approve(ctx, parts, petition, { text }) {
    const answered = await answerWith(ctx, parts, petition, text)
    const happened = { kind: 'answered', words: { vi: 'Đã trả lời', en: 'Answered' }, isPublic: true }
    await keepAnswerFiles(ctx.tx, petition.id)
    await endMerged(ctx, answered, happened, 'petition.answered')
    return { petition: answered, happened, event: 'petition.answered' }
  },

  async publish(ctx, _parts, petition, { act: _act, ...shown }) {
    await publish(ctx, petition, shown)
    return {
      petition: { ...petition, publishedAt: ctx.now(), publishDue: null },
      happened: { kind: 'published', words: { vi: 'Đăng công khai', en: 'Published' }, isPublic: true },
      event: 'petition.published',
    }
  },

  async withdraw(ctx, _parts, petition, { reason }) {
    await withdraw(ctx, petition.id)
    return {
      petition: { ...petition, publishedAt: null },
      happened: {
        kind: 'withdrawn',
        words: { vi: 'Gỡ khỏi trang công khai', en: 'Taken off the public page' },
        note: reason,
        isPublic: false,
      },
      event: 'petition.withdrawn',
    }
  },
}

async function answerWith(
  ctx: Context,
  { rules }: PetitionsParts,
  petition: Petition,
  text: string,
): Promise<Petition> {
  const { publish: limit } = ruleOf(rules, petition)
  const workingTime = (await officesNow(ctx)).workingTimeOf(petition.unitId)
  const isStale = petition.publishedAt === null || isUnderReview(petition)
  const isToPublish = petition.mayPublish && limit !== undefined && isStale
  return {
    ...petition,
    status: 'answered',
    answer: text,
    draft: null,
    proposedAt: null,
    returned: null,
    answeredBy: nameOfActor(ctx),
    answeredAt: ctx.now(),
    publishDue: isToPublish ? dueAfter(workingTime, ctx.now(), limit) : null,
  }
}
