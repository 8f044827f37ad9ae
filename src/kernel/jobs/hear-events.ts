import { rows, sql } from '../database/query.ts'
import type { Context } from '../operations/context.ts'
import type { GatheringListener, Listener } from '../operations/engine.ts'
import type { RunnerParts } from '../operations/run-operation.ts'
import type { EventJob } from './relay-events.ts'
import { runInBackground } from './run-in-background.ts'

/** A job of the queue: one event for one listener. */
export interface Told {
  readonly id: string
  readonly data: EventJob
}

/** What became of it, as the queue wants it said. */
export interface Heard {
  readonly id: string
  readonly status: 'completed' | 'failed'
  readonly output?: { readonly message: string }
}

/**
 * Tells listeners of events that came together. Who gathers is told of all of its own in one transaction, so that what a transaction costs
 * is paid once for them; if that fails, of each by itself, so that none is held back by another's fault. All others one by one, in order.
 */
export async function hearEvents(
  parts: RunnerParts,
  listenerOf: (name: string) => Listener | GatheringListener | undefined,
  jobs: readonly Told[],
): Promise<Heard[]> {
  const together = new Set<Told>()
  for (const [name, own] of Map.groupBy(jobs, ({ data }) => data.listener)) {
    const listener = listenerOf(name)
    if (own.length === 1 || listener === undefined || !('runTogether' in listener)) continue
    if (await hearTogether(parts, listener, own)) for (const job of own) together.add(job)
  }
  const heard: Heard[] = []
  for (const job of jobs)
    heard.push(together.has(job) ? done(job) : await hearAlone(parts, listenerOf(job.data.listener), job))
  return heard
}

const done = ({ id }: Told): Heard => ({ id, status: 'completed' })

const hearTogether = (parts: RunnerParts, listener: GatheringListener, jobs: readonly Told[]): Promise<boolean> =>
  hear(parts, listener, jobs, `jobs:${jobs[0]?.id}`).then(
    () => true,
    (error: unknown) => {
      parts.log.warn({ err: error, listener: listener.name, events: jobs.length }, 'heard one by one instead')
      return false
    },
  )

async function hearAlone(
  parts: RunnerParts,
  listener: Listener | GatheringListener | undefined,
  job: Told,
): Promise<Heard> {
  const { listener: name, eventId, requestId } = job.data
  try {
    // A listener that this version no longer has: its event is history.
    if (listener) await hear(parts, listener, [job], requestId)
    return done(job)
  } catch (error) {
    parts.log.error({ err: error, listener: name, event: eventId }, 'listener failed; it will be tried again')
    return { id: job.id, status: 'failed', output: { message: (error as Error).message } }
  }
}

/** One transaction; an event that this listener has done already, here or elsewhere, is passed over. */
const hear = (parts: RunnerParts, listener: Listener | GatheringListener, jobs: readonly Told[], requestId: string) =>
  runInBackground(parts, { requestId, operation: jobs[0]?.data.listener ?? listener.name }, async (ctx) => {
    const isNew = await notYetHandled(ctx, jobs)
    const fresh = jobs.filter(({ data }) => isNew.has(data.eventId))
    if ('run' in listener) for (const { data } of fresh) await listener.run(ctx, data.payload as never, data.eventId)
    else if (fresh.length > 0)
      await listener.runTogether(
        ctx,
        fresh.map(({ data }) => data.payload as never),
      )
  })

async function notYetHandled(ctx: Context, jobs: readonly Told[]): Promise<ReadonlySet<string>> {
  const taken = await rows(
    ctx.tx,
    sql<{ id: string }>`insert into kernel.handled_event (listener, event_id, at)
      select listener, event_id, ${ctx.now()} from unnest(${jobs.map(({ data }) => data.listener)}::text[], ${jobs.map(({ data }) => data.eventId)}::bigint[])
        as told (listener, event_id)
      order by event_id on conflict do nothing returning event_id::text as id`,
  )
  return new Set(taken.map(({ id }) => id))
}
