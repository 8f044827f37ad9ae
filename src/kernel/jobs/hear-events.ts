import { rows, sql } from '../database/query.ts'
import type { Context } from '../operations/context.ts'
import type { GatheringListener, Listener } from '../operations/engine.ts'
import type { RunnerParts } from '../operations/run-operation.ts'
import type { EventJob, ToldEvent } from './relay-events.ts'
import { runInBackground } from './run-in-background.ts'

/** A job of the queue. */
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
 * Tells listeners of events, job by job in order. Who gathers is told of all of a job in one transaction, so that what a transaction costs
 * is paid once for them; if that fails, of each by itself, so that none is held back by another's fault.
 */
export async function hearEvents(
  parts: RunnerParts,
  listenerOf: (name: string) => Listener | GatheringListener | undefined,
  jobs: readonly Told[],
): Promise<Heard[]> {
  const heard: Heard[] = []
  for (const { id, data } of jobs) {
    // A listener that this version no longer has: its events are history.
    const listener = listenerOf(data.listener)
    const failure = listener && (await hearJob(parts, listener, eventsOf(data), id))
    heard.push(
      failure === undefined ? { id, status: 'completed' } : { id, status: 'failed', output: { message: failure } },
    )
  }
  return heard
}

const eventsOf = (data: EventJob): readonly ToldEvent[] => ('gathered' in data ? data.gathered : [data])

/** Answers what made it fail: tried again, the job comes to those of its events alone that are not done. */
async function hearJob(
  parts: RunnerParts,
  listener: Listener | GatheringListener,
  events: readonly ToldEvent[],
  job: string,
): Promise<string | undefined> {
  if (events.length > 1 && (await hearTogether(parts, listener, events, job))) return undefined
  let failure: string | undefined
  for (const event of events) {
    try {
      await hear(parts, listener, [event], event.requestId)
    } catch (error) {
      parts.log.error(
        { err: error, listener: listener.name, event: event.eventId },
        'listener failed; it will be tried again',
      )
      failure ??= error instanceof Error ? error.message : String(error)
    }
  }
  return failure
}

const hearTogether = (
  parts: RunnerParts,
  listener: Listener | GatheringListener,
  events: readonly ToldEvent[],
  job: string,
): Promise<boolean> =>
  hear(parts, listener, events, `job:${job}`).then(
    () => true,
    (error: unknown) => {
      parts.log.warn({ err: error, listener: listener.name, events: events.length }, 'heard one by one instead')
      return false
    },
  )

/** One transaction; an event that this listener has done already, here or elsewhere, is passed over. */
const hear = (
  parts: RunnerParts,
  listener: Listener | GatheringListener,
  events: readonly ToldEvent[],
  requestId: string,
) =>
  runInBackground(parts, { requestId, operation: listener.name }, async (ctx) => {
    const isNew = await notYetHandled(ctx, listener.name, events)
    const fresh = events.filter(({ eventId }) => isNew.has(eventId))
    if ('run' in listener) for (const { payload, eventId } of fresh) await listener.run(ctx, payload as never, eventId)
    else if (fresh.length > 0)
      await listener.runTogether(
        ctx,
        fresh.map(({ payload }) => payload as never),
      )
  })

async function notYetHandled(
  ctx: Context,
  listener: string,
  events: readonly ToldEvent[],
): Promise<ReadonlySet<string>> {
  const taken = await rows(
    ctx.tx,
    sql<{ id: string }>`insert into kernel.handled_event (listener, event_id, at)
      select ${listener}, event_id, ${ctx.now()} from unnest(${events.map(({ eventId }) => eventId)}::bigint[]) as told (event_id)
      order by event_id on conflict do nothing returning event_id::text as id`,
  )
  return new Set(taken.map(({ id }) => id))
}
