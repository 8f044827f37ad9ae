import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { mustBeVacant } from '../vacant.ts'
import { lockPerson, mustDecide } from './decide.ts'
import { prepare } from './prepare.ts'
import { transferProblems } from './problems.ts'
import { mustReachOfficial } from './reach.ts'
import { getTransfer, lockTransfer } from './transfer.ts'

/** Takes a decision back until the end of its eve, exactly: what it ended holds as long as before, what it began never was. */
export async function cancelTransfer(ctx: Context, id: string): Promise<void> {
  const { personId } = await getTransfer(ctx.tx, id)
  await mustReachOfficial(ctx, personId)
  await lockPerson(ctx.tx, personId)
  const { changes, effectiveOn, cancelledAt } = await lockTransfer(ctx.tx, id)
  const prepared = await prepare(ctx.tx, changes.plan)
  await mustDecide(ctx, personId, prepared)
  if (cancelledAt !== null || effectiveOn <= dateAt(ctx.now()))
    throw new Problem('transferOver', transferProblems.transferOver)
  // Somebody may have been promised the post meanwhile: then that is taken back first.
  for (const { id: appointment, validTo } of changes.appointments) {
    const held = prepared.ending.find(({ appointmentId }) => appointmentId === appointment)
    if (held?.kind === 'regular')
      await mustBeVacant(ctx.tx, {
        postId: held.postId,
        from: effectiveOn,
        until: validTo,
        except: [appointment, ...changes.begun],
      })
  }
  await tellRightsChanged(ctx.tx)
  await run(ctx.tx, sql`delete from directory.appointment where id = any(${changes.begun}::uuid[])`)
  await run(
    ctx.tx,
    sql`update directory.appointment a set valid_to = g."validTo"
      from jsonb_to_recordset(${json(changes.appointments)}) as g (id uuid, "validTo" date) where a.id = g.id`,
  )
  await run(
    ctx.tx,
    sql`update directory.delegation d set valid_to = g."validTo", revoked_at = case when g."isAhead" then null else d.revoked_at end
      from jsonb_to_recordset(${json(changes.delegations)}) as g (id uuid, "validTo" date, "isAhead" boolean) where d.id = g.id`,
  )
  await run(
    ctx.tx,
    sql`update directory.transfer set cancelled_at = ${ctx.now()}, cancelled_by = ${ctx.actor.account} where id = ${id}`,
  )
  ctx.note({ objectType: 'transfer', objectId: id, subjects: [personId], facts: { cancelled: true } })
  ctx.emit('directory.transfer-cancelled', { transferId: id })
}
