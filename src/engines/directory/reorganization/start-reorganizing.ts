import { setTimeout as wait } from 'node:timers/promises'
import { find, sql } from '#kernel/database/query.ts'
import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { RunnerParts } from '#kernel/operations/run-operation.ts'
import { dateAt } from '#values/plain-date.ts'
import { carryOn } from './carry-out.ts'
import type { Follower } from './follower.ts'
import { findDue } from './reorganization.ts'

export interface ReorganizingParts extends RunnerParts {
  readonly followers: readonly Follower[]
}

/** One process moves at a time; held for one batch only, so that no process can keep it. */
const reorganizing = 7_240_021

const pauseMs = 1000
const afterFailureMs = 10_000

/**
 * Carries reorganisations out when their day has come, batch by batch, as long as the process works. Any number of processes may do
 * so; whatever was moved when one is killed stays moved, and any other goes on from there.
 */
export function startReorganizing(parts: ReorganizingParts): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const ended = (async () => {
    while (!signal.aborted) {
      const rest = await moveNext(parts).then(
        (isMore) => (isMore ? 0 : pauseMs),
        (error: unknown) => {
          parts.log.error({ err: error }, 'the reorganisation stands; it will be tried again')
          return afterFailureMs
        },
      )
      await wait(rest, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

/** Moves one batch of what is due; answers whether there may be more. */
export async function moveNext(parts: ReorganizingParts): Promise<boolean> {
  const due = await findDue(parts.db, dateAt(parts.now()))
  if (due === undefined) return false
  let isMore = false
  await runInBackground(parts, { requestId: `reorganization:${due.id}` }, async (ctx) => {
    const taken = await find(
      ctx.tx,
      sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${reorganizing}) as taken`,
    )
    if (taken?.taken) isMore = await carryOn(ctx, due.id, parts.followers)
  })
  return isMore
}
