import type { Context } from '#kernel/operations/context.ts'
import { allowanceOf, oneMoreTry, secondsToWait, type Tries } from '#values/brake.ts'
import { networkOf } from '#values/network.ts'
import { lookUpBrakes as brakes } from '../contract/look-up-brakes.ts'

type Braked = keyof typeof brakes

const mostKept = 10_000
/**
 * By brake and name, the longest untouched first. Kept in this process alone: the second fact makes a guess one in ten thousand for a
 * code that exists.
 */
const wrong = new Map<string, Tries>()

type Counted = Pick<Context, 'address' | 'now' | 'allow'>

const subjectsOf = (code: string, address: string): [Braked, string][] => [
  ['code', `code:${code}`],
  ['network', `network:${networkOf(address)}`],
]

/** Seconds until this code may be looked up by this caller; 0 = now. */
export const waitBeforeLookUp = (ctx: Counted, code: string): number =>
  Math.max(
    ...subjectsOf(code, ctx.address).map(([braked, subject]) => {
      tell(ctx, braked, subject)
      return secondsToWait(brakes[braked], wrong.get(subject), ctx.now())
    }),
  )

/** Remembers that it was wrong. */
export function countWrongLookUp(ctx: Counted, code: string): void {
  for (const [braked, subject] of subjectsOf(code, ctx.address)) {
    const tries = oneMoreTry(wrong.get(subject), ctx.now())
    wrong.delete(subject)
    wrong.set(subject, tries)
    if (wrong.size > mostKept) wrong.delete(wrong.keys().next().value as string)
    tell(ctx, braked, subject)
  }
}

const tell = (ctx: Counted, braked: Braked, subject: string) =>
  ctx.allow(braked, allowanceOf(brakes[braked], wrong.get(subject), ctx.now()))
