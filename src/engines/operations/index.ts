import { get, sql } from '#kernel/database/query.ts'
import { failedJobs, queueStates, retryFailedJob } from '#kernel/jobs/read-queues.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { forgetAnswers } from '#kernel/operations/forget-answers.ts'
import { operationsContract } from './contract.ts'

export const createOperations = () =>
  defineEngine({
    name: 'operations',
    contract: operationsContract,
    jobs: [
      {
        name: 'forget-answers',
        schedule: '50 2 * * *',
        async run(ctx) {
          await forgetAnswers(ctx.tx, ctx.now())
        },
      },
    ],
    handlers: {
      async viewJobs(ctx) {
        const events = await get(
          ctx.tx,
          sql<{
            waiting: number
            oldest: Date | null
          }>`select count(*)::int as waiting, min(at) as oldest from kernel.outbox`,
        )
        const emails = await get(
          ctx.tx,
          sql<{ waiting: number; failed: number }>`select count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state in ('failed', 'sending'))::int as failed from notification.email where state <> 'sent'`,
        )
        const failed = await failedJobs(ctx.tx)
        return {
          queues: await queueStates(ctx.tx),
          events,
          emails,
          failed: failed.map(({ id, data, output, createdOn }) => ({
            id,
            what: whatOf(data),
            why: whyOf(output),
            at: createdOn,
          })),
        }
      },

      async retryJob(ctx, { id }) {
        ctx.note({ objectType: 'job', objectId: id })
        return { retried: (await retryFailedJob(ctx.tx, id)) > 0 }
      },
    },
  })

const whatOf = (data: unknown): string => {
  const { listener, job } = (data ?? {}) as { listener?: string; job?: string }
  return listener ?? job ?? ''
}

const whyOf = (output: unknown): string => (((output ?? {}) as { message?: string }).message ?? '').slice(0, 300)
