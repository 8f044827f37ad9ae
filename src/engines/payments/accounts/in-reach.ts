import { sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { reaches } from '#engines/directory/index.ts'

/** Keeps the accounts of what desks and the platform take: sees, reconciles, decides on refunds, signs closings off. */
export const keepsAccounts = 'payment.account'

/**
 * Rows whose counter, named by this column, the caller keeps the accounts of.
 * @right
 */
export const inReach = (ctx: Context, unitId: Fragment): Fragment =>
  sql`exists (select from directory.unit u where u.id = ${unitId} and ${reaches(scopeOf(ctx.actor, keepsAccounts), sql`u.key`)})`
