import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { Problem } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { openDataBrakes, openDataProblems } from './open-data-contract.ts'

/** In this process alone: nothing is guarded by it, it only keeps one reader from taking the place of all. */
const reads = keepTries(openDataBrakes)

/** Counts one reading of open data by whoever is not signed in; beyond the limit of their network it waits (429). */
export function countReading(ctx: Pick<Context, 'actor' | 'address' | 'now' | 'allow'>): void {
  if (ctx.actor.kind !== 'nobody') return
  const network = networkOf(ctx.address)
  const wait = reads.wait(ctx, { network })
  if (wait > 0) throw new Problem('openDataWait', openDataProblems.openDataWait, { retryAfterSeconds: wait })
  reads.count(ctx, { network })
}
