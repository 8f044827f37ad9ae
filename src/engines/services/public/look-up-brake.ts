import type { Context } from '#kernel/operations/context.ts'
import { keepTries } from '#kernel/operations/kept-tries.ts'
import { networkOf } from '#values/network.ts'
import { lookUpBrakes } from '../contract/look-up-brakes.ts'

/** In this process alone: the second fact makes a guess one in ten thousand for a code that exists. */
const wrong = keepTries(lookUpBrakes)

type Counted = Pick<Context, 'actor' | 'address' | 'now' | 'allow'>

const subjectsOf = ({ actor, address }: Counted, code: string) =>
  actor.kind === 'device' ? { code, kiosk: actor.account } : { code, network: networkOf(address) }

/** Seconds until this code may be looked up by this caller; 0 = now. */
export const waitBeforeLookUp = (ctx: Counted, code: string): number => wrong.wait(ctx, subjectsOf(ctx, code))

/** Remembers that it was wrong. */
export const countWrongLookUp = (ctx: Counted, code: string): void => wrong.count(ctx, subjectsOf(ctx, code))
