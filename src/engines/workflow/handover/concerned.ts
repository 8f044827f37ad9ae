import { find, sql, type Fragment } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { getTransfer, reaches, type TransferRow } from '#engines/directory/index.ts'
import { readsWork } from '../keys-for.ts'

/**
 * Whether a hand-over, the transfer `t`, concerns the caller: they go themselves and still hold their posts, they give work in a unit that
 * is left, or something was given to them.
 * @right
 */
export function isConcerned({ actor, now }: Context): Fragment {
  const gives = reaches(scopeOf(actor, 'task.reassign'), sql`u.key`)
  return sql`(t.cancelled_at is null and (
    t.person_id = ${actor.person ?? null}::uuid and t.effective_on > ${dateAt(now())}
    or exists (select 1 from jsonb_to_recordset(t.changes->'appointments') as g (id uuid)
      join directory.appointment a on a.id = g.id join directory.post p on p.id = a.post_id join directory.unit u on u.id = p.unit_id
      where ${gives})
    or exists (select 1 from workflow.task_handover h where h.transfer_id = t.id and h.to_key = any(${actor.ownKeys}::int[]))))`
}

/**
 * Which work of a hand-over the caller sees, on its unit `u` and the hand-over `h`: all of their own, that of units in which they give work,
 * and what was given to them; each only where they read the dossiers of its unit, or of theirs that it is given to.
 * @right
 */
export function seesItem({ actor }: Context, { personId }: TransferRow): Fragment {
  const reads = reaches(scopeOf(actor, readsWork), sql`u.key`)
  if (personId === actor.person) return reads
  return sql`(${reads} and ${reaches(scopeOf(actor, 'task.reassign'), sql`u.key`)}
    or h.to_key = any(${actor.ownKeys}::int[]) and exists (select 1 from directory.principal q join directory.unit own on own.id = q.unit_id
      where q.key = h.to_key and ${reaches(scopeOf(actor, readsWork), sql`own.key`)}))`
}

/** A hand-over that concerns the caller; any other is not found. */
export async function getConcerned(ctx: Context, transferId: string): Promise<TransferRow> {
  const found = await find(
    ctx.tx,
    sql`select 1 from directory.transfer t where t.id = ${transferId} and ${isConcerned(ctx)}`,
  )
  return found === undefined ? fail('notFound') : getTransfer(ctx.tx, transferId)
}
