import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { networkOf } from '#values/network.ts'
import { lookUpBrakes } from '../contract/look-up-brakes.ts'

/** In this process alone: the second fact makes a guess one in ten thousand for a code that exists. */
const wrong = keepTries(lookUpBrakes)

type Counted = Pick<Context, 'address' | 'now' | 'allow'>

/** Seconds until this code may be looked up by this caller; 0 = now. */
export const waitBeforeLookUp = (ctx: Counted, code: string): number =>
  wrong.wait(ctx, { code, network: networkOf(ctx.address) })

/** Remembers that it was wrong. */
export const countWrongLookUp = (ctx: Counted, code: string): void =>
  wrong.count(ctx, { code, network: networkOf(ctx.address) })
