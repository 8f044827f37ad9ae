import type { Context } from '#kernel/operations/context.ts'
import { addDays, dateAt, instantOf } from '#values/plain-date.ts'
import { countedUpTo, countInbox } from './inbox.ts'
import { keysFor } from './keys-for.ts'

/** How much open work the caller has: their own, their unit's, and what is delegated to them. */
export async function countWork(ctx: Context) {
  const endOfDay = instantOf(addDays(dateAt(ctx.now()), 1))
  const count = async (whose: 'mine' | 'unit' | 'delegated') => {
    const keys = await keysFor(ctx, whose)
    const counted =
      keys.length === 0 ? { open: 0, late: 0, today: 0 } : await countInbox(ctx.tx, keys, ctx.now(), endOfDay)
    return { ...counted, isCapped: counted.open >= countedUpTo }
  }
  return { mine: await count('mine'), unit: await count('unit'), delegated: await count('delegated') }
}
