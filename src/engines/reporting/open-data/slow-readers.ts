import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { Problem } from '#values/errors.ts'
import { networkOf } from '#values/network.ts'
import { openDataBrakes, openDataProblems } from './contract.ts'

/** In this process alone: nothing is guarded by it, it only keeps one reader from taking the place of all. */
const reads = keepTries(openDataBrakes)

/** The requests that were counted last: a page that asks for several figures is one reading. */
const counted = new Set<string>()
const mostCounted = 1000

/** Counts one reading of open data by whoever is not signed in; beyond the limit of their network it waits (429). */
export function countReading(ctx: Pick<Context, 'actor' | 'address' | 'now' | 'allow' | 'requestId'>): void {
  if (ctx.actor.kind !== 'nobody' || counted.has(ctx.requestId)) return
  const network = networkOf(ctx.address)
  const wait = reads.wait(ctx, { network })
  if (wait > 0) throw new Problem('openDataWait', openDataProblems.openDataWait, { retryAfterSeconds: wait })
  reads.count(ctx, { network })
  counted.add(ctx.requestId)
  if (counted.size > mostCounted) counted.delete(counted.values().next().value as string)
}
