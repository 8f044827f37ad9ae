import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Queries } from '../database/connect.ts'
import { find, get, run, sql } from '../database/query.ts'
import { queues } from '../jobs/create-queues.ts'
import type { Log } from '../log.ts'

/** What was restored and not released: nothing is sent outside as long as there is one. */
export interface Hold {
  readonly id: string
  /** What was done and sent after it, nobody here knows. */
  readonly moment: Date
  readonly restoredAt: Date
  /** When all that followed from what was there had been put away as sent already. */
  readonly settledAt: Date | null
  readonly clockRanAt: Date | null
}

/** Undefined = the platform sends. */
export const findHold = (on: Queries): Promise<Hold | undefined> =>
  find(
    on,
    sql<Hold>`select id, moment, restored_at, settled_at, clock_ran_at from kernel.restoration where released_at is null
      order by restored_at desc limit 1`,
  )

/** Events and jobs that follow from what was there at the moment and are not dealt with. What they would send may have been sent. */
const isUnsettled = async (on: Queries, until: Date): Promise<boolean> =>
  (
    await get(
      on,
      sql<{ is: boolean }>`select exists (select from kernel.outbox where at <= ${until}) or exists (
        select from pgboss.job where name in (${queues.events}, ${queues.schedule}) and state in ('created', 'retry', 'active')
          and created_on <= ${until}) as is`,
    )
  ).is

const lookMs = 2000
/** So long after the clock ran whatever comes is still taken for what follows from it. */
const clockTakesMs = 120_000
const sayMs = 60_000

export interface HeldParts {
  readonly db: Database
  readonly log: Log
  readonly now: () => Date
  /** Has everything run once that runs by the clock. */
  readonly runClock: () => Promise<void>
  readonly clockTakesMs?: number
  /** Puts away what waits to be sent, in one transaction, so that it is never sent by itself. */
  readonly putAway: (tx: Queries, at: Date) => Promise<void>
}

interface Sender {
  stop(): Promise<void>
}

/**
 * Starts what sends, at once, or, where a backup was restored, when an administrator has released it. Until then it first lets everything happen
 * that follows from what was there at the moment (events, jobs, what the clock would have done meanwhile), and puts away what that would send.
 * What comes later is surely new, and waits.
 */
export function sendWhenReleased(parts: HeldParts, start: () => Promise<Sender>): Sender {
  const stopping = new AbortController()
  let sender: Sender | undefined
  const begin = () =>
    start().catch((error: unknown) => {
      parts.log.error({ err: error }, 'what sends could not be started; it is tried again')
      return undefined
    })
  const ended = (async () => {
    let said = -sayMs
    while (!stopping.signal.aborted) {
      const hold = await look(parts).catch((error: unknown) => {
        parts.log.warn({ err: error }, 'nothing is sent: it is not known whether it may be')
        return 'unknown' as const
      })
      // As long as it sends it goes on looking: another database may have been put in the place of this one.
      if (hold === undefined) sender ??= await begin()
      else if (hold !== 'unknown') {
        await sender?.stop()
        sender = undefined
        if (performance.now() - said >= sayMs) {
          said = performance.now()
          parts.log.warn(
            { moment: hold.moment, settled: hold.settledAt !== null },
            'restored from a backup: nothing is sent',
          )
        }
      }
      await wait(lookMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
    await sender?.stop()
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

async function look(parts: HeldParts): Promise<Hold | undefined> {
  const { db, now, runClock, putAway } = parts
  const hold = await findHold(db)
  if (hold === undefined || hold.settledAt !== null) return hold
  // Of several processes one has the clock run; it is harmless if one that is killed has another do it again.
  const first = await run(
    db,
    sql`update kernel.restoration set clock_ran_at = ${now()} where id = ${hold.id} and clock_ran_at is null`,
  )
  if (first > 0) await runClock()
  const until = new Date((hold.clockRanAt ?? now()).getTime() + (parts.clockTakesMs ?? clockTakesMs))
  if (now() <= until || (await isUnsettled(db, until))) return hold
  await db.transaction(async (tx) => {
    const at = now()
    const settled = await run(
      tx,
      sql`update kernel.restoration set settled_at = ${at} where id = ${hold.id} and settled_at is null and clock_ran_at is not null`,
    )
    if (settled > 0) await putAway(tx, at)
  })
  return hold
}

/**
 * Lets everything be sent from now on. Answers false where it is not held, not settled yet, or a copy to try things on: that never sends.
 * A backup that was taken while held brings its hold along. It goes with the newest: what followed from its moment was there at the later one,
 * too, and was put away with it.
 */
export const release = async (tx: Queries, by: string, at: Date): Promise<boolean> =>
  (await run(
    tx,
    sql`update kernel.restoration r set released_at = ${at}, released_by = ${by}, settled_at = coalesce(r.settled_at, newest.settled_at)
      from (select settled_at from kernel.restoration where released_at is null order by restored_at desc limit 1) as newest
      where r.released_at is null and newest.settled_at is not null and not exists (select from kernel.test_copy)`,
  )) > 0
