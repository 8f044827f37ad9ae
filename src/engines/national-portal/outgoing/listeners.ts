import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { readFeeReference } from '#engines/services/index.ts'
import { settledAfterMs } from './progress-record.ts'
import { wantTold } from './delivery.ts'

/** Everything that changes what the national portal should hold of a dossier. */
const events = [
  'filed',
  'moved',
  'returned',
  'supplement-asked',
  'supplied',
  'lapsed',
  'rejected',
  'withdrawn',
  'paused',
  'resumed',
  'apologised',
  'rescheduled',
  'result-revoked',
  'undone',
]

/** At each of them the dossier is to be told anew; its steps a little later, when they cannot be taken back any more. */
export const tellListeners: readonly Listener[] = [
  ...events.map((event) => ({
    event: `dossier.${event}`,
    name: `tell-national-${event}`,
    run: (ctx: Context, { dossierId }: { dossierId: string }) => tell(ctx, dossierId),
  })),
  ...['payment.paid', 'payment.undone'].map((event) => ({
    event,
    name: `tell-national-${event}`,
    async run(ctx: Context, { reference }: { reference: string }) {
      const dossierId = readFeeReference(reference)?.dossierId
      if (dossierId !== undefined) await tell(ctx, dossierId)
    },
  })),
]

const tell = (ctx: Context, dossierId: string): Promise<void> =>
  wantTold(ctx.tx, dossierId, ctx.now(), new Date(ctx.now().getTime() + settledAfterMs))
