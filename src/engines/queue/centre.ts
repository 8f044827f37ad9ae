import type { Queries } from '#kernel/database/connect.ts'
import { find, get, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { reaches, unitName } from '#engines/directory/index.ts'
import { Problem } from '#values/errors.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import { queueProblems } from './contract/problems.ts'
import type { HeadStarts } from './turn.ts'

/** The queue of a one-stop unit; after a reorganisation it is that of whoever took over, who may have several. */
export interface CentreRow extends HeadStarts {
  readonly id: string
  readonly unitId: string
  readonly name: string
}

/**
 * Whether a centre is one that the caller's permission reaches.
 * @right
 */
const isReached = (ctx: Context, permission: string, unitId: Fragment): Fragment =>
  sql`exists (select from directory.unit u where u.id = ${unitId} and ${reaches(scopeOf(ctx.actor, permission), sql`u.key`)})`

/** The centre where the caller works: where they sit at a desk, that of the post they act from first; 404 `noCentre` without any. */
export async function centreOf(ctx: Context, permission: 'dossier.receive' | 'queue.manage'): Promise<CentreRow> {
  const found = await find(
    ctx.tx,
    sql<
      HeadStarts & { id: string; unitId: string }
    >`select c.* from queue.centre c where ${isReached(ctx, permission, sql`c.unit_id`)}
      order by exists (select from queue.desk d where d.centre_id = c.id and d.officer_id = ${ctx.actor.account}::uuid) desc,
        (c.unit_id = ${ctx.actor.post?.unitId ?? null}::uuid) is true desc, c.id limit 1`,
  )
  if (found === undefined) throw new Problem('noCentre', queueProblems.noCentre)
  return { ...found, name: await unitName(ctx.tx, found.unitId, dateAt(ctx.now())) }
}

/** Whose centre it is today. */
export const unitOfCentre = async (tx: Queries, id: string): Promise<string> =>
  (await get(tx, sql<{ unitId: string }>`select unit_id from queue.centre where id = ${id}`)).unitId

/** What a centre is called on a day. */
export const nameOfCentre = async (tx: Queries, id: string, on: PlainDate): Promise<string> =>
  unitName(tx, await unitOfCentre(tx, id), on)
