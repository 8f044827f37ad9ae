import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { directoryProblems } from './contract.ts'
import { isEnding } from './reorganization/today.ts'
import { getUnit } from './unit.ts'

/**
 * The permission to change the organisation reaches some units only, and what a reorganisation ends is changed by its plan.
 * @right
 */
export async function mustManage(ctx: Context, unitId: string): Promise<void> {
  const today = dateAt(ctx.now())
  if (await isEnding(ctx.tx, unitId, today)) throw new Problem('unitEnds', directoryProblems.unitEnds)
  const scope = scopeOf(ctx.actor, 'directory.manage')
  if (scope === 'all') return
  const unit = await getUnit(ctx.tx, unitId, today)
  if (!scope.includes(unit.key)) fail('forbidden')
}
