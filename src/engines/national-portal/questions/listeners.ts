import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { wantAnswerTold } from './answer-row.ts'

/** What everybody reads here, everybody is to read there; what is taken away here, there too, and what is looked at again is marked there. */
export const answerListeners: readonly Listener[] = ['published', 'withdrawn', 'reopened'].map((event) => ({
  event: `petition.${event}`,
  name: `tell-national-answer-${event}`,
  async run(ctx: Context, { petitionId }: { petitionId: string }) {
    await wantAnswerTold(ctx.tx, petitionId, ctx.now())
  },
}))
