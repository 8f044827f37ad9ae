import { find, sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { directoryProblems } from './contract.ts'
import { permitsBeyond } from './permits-beyond.ts'
import { isEnding } from './reorganization/today.ts'
import { getUnit, type UnitRow } from './unit.ts'

/**
 * A unit of today that the caller's permission reaches; of others they are told that it does not.
 * @right
 */
export async function mustReachUnit(ctx: Context, permission: string, unitId: string): Promise<UnitRow> {
  const unit = await getUnit(ctx.tx, unitId, dateAt(ctx.now()))
  const scope = scopeOf(ctx.actor, permission)
  if (scope !== 'all' && !scope.includes(unit.key)) fail('forbidden')
  return unit
}

/**
 * The permission to change the organisation reaches some units only, and what a reorganisation ends is changed by its plan.
 * @right
 */
export async function mustManage(ctx: Context, unitId: string): Promise<void> {
  if (await isEnding(ctx.tx, unitId, dateAt(ctx.now()))) throw new Problem('unitEnds', directoryProblems.unitEnds)
  await mustReachUnit(ctx, 'directory.manage', unitId)
}

/**
 * Nobody gives a post to themselves, nor keeps one that another decided to end: else whoever administers an agency could decide in it too.
 * @right
 */
export function mustBeSomebodyElse({ actor }: Pick<Context, 'actor'>, personId: string): void {
  if (personId === actor.person) throw new Problem('ownPost', directoryProblems.ownPost)
}

/**
 * The same of a post of a unit: one whose rights reach farther than the caller's own is the province's to fill.
 * @right
 */
export async function mustManagePost(ctx: Context, post: { readonly unitId: string; readonly function: string }) {
  await mustManage(ctx, post.unitId)
  const beyond = await find(
    ctx.tx,
    sql`select 1 from directory.role r where r.function = ${post.function} and ${permitsBeyond(ctx, 'directory.manage')}`,
  )
  if (beyond !== undefined) throw new Problem('rightsBeyond', directoryProblems.rightsBeyond)
}
