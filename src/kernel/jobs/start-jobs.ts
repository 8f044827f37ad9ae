import { setTimeout as wait } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { zone } from '#values/plain-date.ts'
import type { Engine, GatheringListener, Job, Listener } from '../operations/engine.ts'
import type { RunnerParts } from '../operations/run-operation.ts'
import { queues } from './create-queues.ts'
import { giveAway } from './give-away.ts'
import { hearEvents } from './hear-events.ts'
import { heartbeatRefreshSeconds, lookSeconds } from './heartbeat.ts'
import { relayEvents, type ConcernedBy, type EventJob } from './relay-events.ts'
import { runInBackground } from './run-in-background.ts'

export interface Jobs {
  /** Has everything run once that runs by the clock. */
  runClock(): Promise<void>
  /** Finishes what runs, takes nothing new. */
  stop(): Promise<void>
}

export interface JobParts extends RunnerParts {
  readonly pool: pg.Pool
}

const relayPauseMs = 250
const relayBatch = 200

/** Starts the relay, the listeners and the clock of this process. Any number of processes may do so. */
export async function startJobs(parts: JobParts, engines: readonly Engine[]): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => parts.pool.query(text, values) },
    migrate: false,
    createSchema: false,
    // Rebuilding indexes needs the owner; operators do it.
    reindex: false,
  })
  boss.on('error', (error) => parts.log.error({ err: error }, 'jobs'))
  // A start that fails half-way leaves nothing that works on: it would keep a process alive that does nothing, and no other is started.
  await using starting = new AsyncDisposableStack()
  starting.defer(() => boss.stop({ graceful: false }))
  await boss.start()

  const listeners = new Map<string, Listener | GatheringListener>()
  const byEvent = new Map<string, (Listener | GatheringListener)[]>()
  const scheduled = new Map<string, Job>()
  for (const engine of engines) {
    for (const listener of engine.listeners ?? []) {
      const named = { ...listener, name: `${engine.name}.${listener.name}` }
      listeners.set(named.name, named)
      byEvent.set(named.event, [...(byEvent.get(named.event) ?? []), named])
    }
    for (const job of engine.jobs ?? []) scheduled.set(`${engine.name}.${job.name}`, job)
  }

  await boss.work<EventJob>(
    queues.events,
    // Without a pause while more waits: with one, forty a second is the most, and what comes faster is late for ever.
    {
      batchSize: 50,
      pollingIntervalSeconds: 0.5,
      burstWhenBatchFull: true,
      perJobResults: true,
      heartbeatRefreshSeconds,
    },
    (jobs) => hearEvents(parts, (name) => listeners.get(name), jobs),
  )

  const ofClock = { pollingIntervalSeconds: 1, heartbeatRefreshSeconds }
  await boss.work<{ job: string }>(queues.schedule, ofClock, async (jobs) => {
    for (const { data, id } of jobs) {
      const job = scheduled.get(data.job)
      if (job) await runInBackground(parts, { requestId: `job:${id}` }, (ctx) => job.run(ctx))
    }
  })
  for (const [name, job] of scheduled) {
    await boss.schedule(queues.schedule, job.schedule, { job: name }, { tz: zone, key: name })
  }

  starting.move()
  const stopping = new AbortController()
  const concernedBy: ConcernedBy = (event, payload) =>
    (byEvent.get(event) ?? [])
      .filter(({ concerns }) => concerns?.(payload as never) ?? true)
      .map((listener) => ({ name: listener.name, gathers: 'runTogether' in listener }))
  const relay = relayUntil(stopping.signal, parts, boss, concernedBy)
  const givingAway = giveAwayUntil(stopping.signal, parts, boss)
  return {
    async runClock() {
      for (const name of scheduled.keys()) await boss.send(queues.schedule, { job: name })
    },
    async stop() {
      stopping.abort()
      await Promise.all([relay, givingAway])
      await boss.stop({ graceful: true, timeout: 15_000 })
    },
  }
}

async function relayUntil(signal: AbortSignal, parts: JobParts, boss: PgBoss, concernedBy: ConcernedBy) {
  while (!signal.aborted) {
    const moved = await relayEvents(parts.pool, boss, concernedBy, relayBatch).catch((error: unknown) => {
      parts.log.warn({ err: error }, 'the relay waits for the database')
      return 0
    })
    // What comes while it works waits for the next turn: moving each event by itself would cost as much as what caused it.
    if (moved < relayBatch) await wait(relayPauseMs, undefined, { signal }).catch(() => {})
  }
}

async function giveAwayUntil(signal: AbortSignal, parts: JobParts, boss: PgBoss) {
  while (!signal.aborted) {
    const lost = await giveAway(parts.pool, boss).catch((error: unknown) => {
      parts.log.warn({ err: error }, 'work of lost workers waits for the database')
      return 0
    })
    if (lost > 0) parts.log.warn({ lost }, 'work of workers that are gone is given to others')
    await wait(lookSeconds * 1000, undefined, { signal }).catch(() => {})
  }
}
