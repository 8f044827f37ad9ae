import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { unitsReached } from '#engines/directory/index.ts'
import { machineProblems, type Machine } from '../contract/machines.ts'

type Given = Pick<Machine, 'ownerId' | 'permissions' | 'reach'>

/**
 * Whoever manages accounts of some units gives a machine, a token of it, or a system that is it, no more than they have: a reach over everything
 * is the province's to give, and so are permissions that they do not hold themselves as far as it reaches.
 * @right
 */
export async function mustHold(ctx: Context, { ownerId, permissions, reach }: Given): Promise<void> {
  if (scopeOf(ctx.actor, 'account.manage') === 'all') return
  if (reach === 'all') throw new Problem('reachTooFar', machineProblems.reachTooFar)
  const reached = await unitsReached(ctx.tx, ownerId, reach, dateAt(ctx.now()))
  for (const permission of permissions) {
    const held = scopeOf(ctx.actor, permission)
    if (held !== 'all' && (reached === 'all' || reached.some((unit) => !held.includes(unit))))
      throw new Problem('notTheirsToGive', machineProblems.notTheirsToGive)
  }
}
