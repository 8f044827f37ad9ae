import { z } from 'zod'
import { operation } from '#values/operation.ts'

const Queue = z.object({
  name: z.string(),
  waiting: z.number(),
  running: z.number(),
  retrying: z.number(),
  failed: z.number(),
  oldestWaiting: z.date().nullable(),
})

export const operationsContract = {
  viewJobs: operation(
    { title: { vi: 'Việc nền', en: 'Background work' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/operations/jobs' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        queues: z.array(Queue),
        events: z.object({ waiting: z.number(), oldest: z.date().nullable() }),
        emails: z.object({ waiting: z.number(), failed: z.number() }),
        failed: z.array(z.object({ id: z.string(), what: z.string(), why: z.string(), at: z.date() })),
      }),
    ),

  retryJob: operation(
    { title: { vi: 'Chạy lại việc đã hỏng', en: 'Run failed work again' }, kind: 'write', permission: 'job.manage' },
    { method: 'POST', path: '/operations/jobs/{id}/retry' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ retried: z.boolean() })),
}
