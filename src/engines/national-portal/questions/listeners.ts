import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { wantAnswerTold } from './answer-row.ts'

/** What everybody reads here, everybody is to read there; and what is taken away here, there too. */
export const answerListeners: readonly Listener[] = ['published', 'withdrawn'].map((event) => ({
  event: `petition.${event}`,
  name: `tell-national-answer-${event}`,
  async run(ctx: Context, { petitionId }: { petitionId: string }) {
    await wantAnswerTold(ctx.tx, petitionId, ctx.now())
  },
}))
