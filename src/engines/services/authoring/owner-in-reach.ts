import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { findUnitByCode } from '#engines/directory/index.ts'
import type { Json } from '#values/layers.ts'
import { readAt } from './edit-declaration.ts'

/**
 * The key of the agency that decides by a declaration, if the caller's right reaches it: null for bodies of every area, whose procedures
 * the province writes; undefined out of reach.
 * @right
 */
export async function ownerInReach(ctx: Context, declaration: Json): Promise<number | null | undefined> {
  const scope = scopeOf(ctx.actor, 'procedure.write')
  const agency = readAt(declaration, 'owner.agency')
  const unit = typeof agency === 'string' ? await findUnitByCode(ctx.tx, agency, dateAt(ctx.now())) : undefined
  if (scope === 'all') return unit?.key ?? null
  return unit !== undefined && scope.includes(unit.key) ? unit.key : undefined
}
