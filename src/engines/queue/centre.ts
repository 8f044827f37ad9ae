import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { reaches, unitName } from '#engines/directory/index.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { queueProblems } from './contract/problems.ts'
import type { HeadStarts } from './turn.ts'

/** A one-stop unit with a queue. */
export interface CentreRow extends HeadStarts {
  readonly id: string
  readonly name: string
}

/**
 * Whether a centre is one that the caller's permission reaches.
 * @right
 */
const isReached = (ctx: Context, permission: string, centreId: Fragment): Fragment =>
  sql`exists (select from directory.unit u where u.id = ${centreId} and ${reaches(scopeOf(ctx.actor, permission), sql`u.key`)})`

/** The centre where the caller works, that of the post they act from first; 404 `noCentre` without any. */
export async function centreOf(ctx: Context, permission: 'dossier.receive' | 'queue.manage'): Promise<CentreRow> {
  const found = await find(
    ctx.tx,
    sql<HeadStarts & { id: string }>`select c.* from queue.centre c where ${isReached(ctx, permission, sql`c.id`)}
      order by (c.id = ${ctx.actor.post?.unitId ?? null}::uuid) is true desc, c.id limit 1`,
  )
  if (found === undefined) throw new Problem('noCentre', queueProblems.noCentre)
  return { ...found, name: await unitName(ctx.tx, found.id, dateAt(ctx.now())) }
}
