import { forgetHandledEvents } from '#kernel/jobs/forget-handled-events.ts'
import { failedJobs, queueStates, retryFailedJob } from '#kernel/jobs/read-queues.ts'
import type { KeptTable } from '#kernel/parts/kept-table.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { forgetAnswers } from '#kernel/operations/forget-answers.ts'
import { operationsContract } from './contract.ts'
import { checkHealth } from './health/check-health.ts'
import { createDueParts } from './health/find-due-parts.ts'
import { tellOfTroubles } from './health/tell-of-troubles.ts'
import { viewHealth } from './health/view-health.ts'
import type { HealthParts } from './health/read-readings.ts'
import { mailHeads } from './mail-heads.ts'
import { readPlatformState } from './platform-state.ts'
import { alarmOfReading, type ReadingLimits } from './reading-alarm.ts'
import { allRunbooks } from './runbook/index-of-runbooks.ts'
import { readEmails, readOutbox } from './waiting-work.ts'

export { readSize } from './size/size.ts'
export { namesOfGravest, troubleFigure } from './health/view-health.ts'

interface OperationsGiven extends Omit<HealthParts, 'findDueParts'>, AlarmParts {
  /** What leaves the database by parts when it is old enough. */
  readonly keptTables: readonly KeptTable[]
}

interface AlarmParts {
  readonly readingLimits: ReadingLimits
  readonly publicUrl: string
}

export function createOperations({ keptTables, ...given }: OperationsGiven) {
  const parts: HealthParts & AlarmParts = { ...given, findDueParts: createDueParts(keptTables) }
  return defineEngine({
    name: 'operations',
    contract: operationsContract,
    jobs: [
      {
        name: 'check-health',
        schedule: '* * * * *',
        run: async (ctx) => tellOfTroubles(ctx, await checkHealth(ctx, parts), parts.publicUrl),
      },
      {
        name: 'alarm-of-reading',
        schedule: '*/5 * * * *',
        run: (ctx) => alarmOfReading(ctx, parts.readingLimits, parts.publicUrl),
      },
      {
        name: 'forget-answers',
        schedule: '50 2 * * *',
        async run(ctx) {
          await forgetAnswers(ctx.tx, ctx.now())
          await forgetHandledEvents(ctx.tx, ctx.now())
        },
      },
      {
        name: 'mail-heads',
        schedule: '10 6 * * *',
        run: (ctx) => mailHeads(ctx, parts.auditors, parts.publicUrl),
      },
    ],
    handlers: {
      viewState: (ctx) => readPlatformState(ctx, parts),

      viewHealth: (ctx) => viewHealth(ctx, parts.version),

      listRunbooks: async () => allRunbooks.map(({ steps, ...runbook }) => ({ ...runbook, steps: [...steps] })),

      async viewJobs(ctx) {
        const events = await readOutbox(ctx.tx)
        const emails = await readEmails(ctx.tx)
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
}

const whatOf = (data: unknown): string => {
  const { listener, job } = (data ?? {}) as { listener?: string; job?: string }
  return listener ?? job ?? ''
}

const whyOf = (output: unknown): string => (((output ?? {}) as { message?: string }).message ?? '').slice(0, 300)
