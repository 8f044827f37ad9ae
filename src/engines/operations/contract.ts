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

/** `watch`: someone should look today; `wrong`: people are hindered, or soon will be. */
const PartState = z.enum(['good', 'watch', 'wrong'])
export type PartState = z.output<typeof PartState>

/** `now`: people are hindered; `today`: soon they are, or something is unguarded; `soon`: there is time to plan. */
const Gravity = z.enum(['now', 'today', 'soon'])
export type Gravity = z.output<typeof Gravity>

const Said = z.object({ vi: z.string(), en: z.string() })
const Step = z.object({ say: Said, run: z.string().optional() })

const Trouble = z.object({
  code: z.string(),
  /** The machine it is about; empty = the installation. */
  subject: z.string(),
  gravity: Gravity,
  since: z.date(),
  what: Said,
  meaning: Said.nullable(),
  firstStep: Step.nullable(),
  /** Where the whole of what to do stands. */
  runbook: z.string().nullable(),
})

const When = z.coerce.date().nullable()
const Passing = z.object({ waiting: z.number(), oldest: When, troubled: z.number(), succeededAt: When })

/** What the last look read, whether or not something is wrong. */
export const HealthFigures = z.object({
  certificateUntil: When,
  /** Null where nothing keeps the clock. */
  clock: z.object({ source: z.string(), seconds: z.number() }).nullable(),
  backupAt: When,
  archivedAt: When,
  daysUntilFull: z.number().nullable(),
  load: z.object({ heapBytes: z.number(), heapLimit: z.number(), lateMs: z.number() }),
  partners: z.object({
    email: Passing,
    sms: Passing.nullable(),
    payments: Passing.nullable(),
    nationalPortal: z.object({ succeededAt: When }).nullable(),
    scanner: z.object({ answers: z.boolean() }).nullable(),
  }),
})

const Waiting = { state: PartState, waiting: z.number(), oldest: z.date().nullable() }

export const operationsContract = {
  viewState: operation(
    { title: { vi: 'Tình trạng hệ thống', en: 'State of the platform' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/operations/state' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        at: z.date(),
        database: z.object({
          state: PartState,
          version: z.string(),
          bytes: z.number(),
          connections: z.number(),
          maxConnections: z.number(),
        }),
        jobs: z.object({ ...Waiting, failed: z.number() }),
        /** Events that were committed and not yet handed to their listeners. */
        events: z.object(Waiting),
        emails: z.object({ ...Waiting, failed: z.number(), sendsMail: z.boolean() }),
        /** Files that came whole and wait for the virus scan; `scans` says whether a scanner is set up. */
        files: z.object({ ...Waiting, scans: z.boolean() }),
        trail: z.object({ state: PartState, sealedAt: z.date().nullable(), unsealed: z.number() }),
        /** Null where no national portal is set up; `differing`: what it refused, holds otherwise, or gave that cannot be filed. */
        nationalLink: z
          .object({ ...Waiting, standing: z.enum(['good', 'slow', 'down']), differing: z.number() })
          .nullable(),
        /** The disk of the data directory; null where the system does not say. */
        disk: z.object({ state: PartState, freeBytes: z.number(), totalBytes: z.number() }).nullable(),
      }),
    ),

  viewHealth: operation(
    { title: { vi: 'Sự cố của hệ thống', en: 'Troubles of the platform' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/operations/health' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        at: z.date(),
        version: z.string(),
        /** When it was last looked, by any process that works; null = never. */
        checkedAt: z.date().nullable(),
        troubles: z.array(Trouble),
        /** Of the last 30 days, the newest first. */
        ended: z.array(Trouble.extend({ endedAt: z.date() })),
        figures: HealthFigures.nullable(),
      }),
    ),

  listRunbooks: operation(
    { title: { vi: 'Cách xử lý sự cố', en: 'Runbooks' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/operations/runbooks' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          code: z.string(),
          title: Said,
          sign: Said,
          meaning: Said,
          steps: z.array(Step),
          over: Said,
        }),
      ),
    ),

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
