import { get, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { getUnit, reaches } from '#engines/directory/index.ts'

/**
 * Whether the caller's right over accounts reaches what a unit owns.
 * @right
 */
export const isOwnedWithin = (ctx: Context, unitId: Fragment): Fragment =>
  sql`exists (select 1 from directory.unit own
    where own.id = ${unitId} and ${reaches(scopeOf(ctx.actor, 'account.manage'), sql`own.key`)})`

/** Refuses a unit that the caller's right does not reach; beyond it there is none. */
export async function mustOwnWithin(ctx: Context, unitId: string): Promise<void> {
  await getUnit(ctx.tx, unitId, dateAt(ctx.now()))
  await get(ctx.tx, sql`select 1 where ${isOwnedWithin(ctx, sql`${unitId}::uuid`)}`)
}
