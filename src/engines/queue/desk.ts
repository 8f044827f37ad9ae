import { find, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { tellBoards } from './board.ts'
import { centreOf } from './centre.ts'
import { queueProblems } from './contract/problems.ts'
import type { ServiceView } from './contract/shapes.ts'

export interface DeskRow {
  readonly id: string
  readonly centreId: string
  readonly number: number
  readonly state: 'open' | 'paused' | 'closed'
  readonly backAt: Date | null
  readonly officerId: string | null
  readonly officer: string | null
  readonly services: ServiceView[]
}

/** The desks of a centre with who sits there and what they serve, by number. */
export const desksOf = (ctx: Context, centreId: string): Promise<DeskRow[]> =>
  rows(
    ctx.tx,
    sql<DeskRow>`select d.id, d.centre_id, d.number, d.state, d.back_at, d.officer_id, p.full_name as officer,
        coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'letter', s.letter, 'name', s.name, 'icon', s.icon) order by s.letter)
          from queue.desk_service ds join queue.service s on s.id = ds.service_id where ds.desk_id = d.id), '[]') as services
      from queue.desk d left join identity.account a on a.id = d.officer_id left join directory.person p on p.id = a.person_id
      where d.centre_id = ${centreId} order by d.number`,
  )

/** The desk where the caller sits, locked until the transaction ends; 409 `notAtDesk` without one. */
export async function lockOwnDesk(ctx: Context): Promise<Pick<DeskRow, 'id' | 'centreId' | 'number' | 'state'>> {
  const centre = await centreOf(ctx, 'dossier.receive')
  const desk = await find(
    ctx.tx,
    sql<DeskRow>`select id, centre_id, number, state from queue.desk
      where officer_id = ${ctx.actor.account} and centre_id = ${centre.id} for update`,
  )
  if (desk === undefined) throw new Problem('notAtDesk', queueProblems.notAtDesk)
  return desk
}

/** Sits down at a free desk and opens it; the desk sat at before is closed, unless a number is still served there. */
export async function sitDown(ctx: Context, { id }: { id: string }) {
  const centre = await centreOf(ctx, 'dossier.receive')
  const desk = await find(
    ctx.tx,
    sql<DeskRow>`select id, officer_id from queue.desk where id = ${id} and centre_id = ${centre.id} for update`,
  )
  if (desk === undefined) fail('notFound')
  if (desk.officerId !== null && desk.officerId !== ctx.actor.account)
    throw new Problem('deskTaken', queueProblems.deskTaken)
  const before = await find(
    ctx.tx,
    sql<{ id: string }>`select id from queue.desk where officer_id = ${ctx.actor.account}`,
  )
  if (before !== undefined && before.id !== id) await leave(ctx, before.id)
  await run(
    ctx.tx,
    sql`update queue.desk set officer_id = ${ctx.actor.account}, sat_at = ${ctx.now()}, state = 'open', back_at = null where id = ${id}`,
  )
  ctx.note({ objectType: 'desk', objectId: id, facts: { state: 'open' } })
  await tellBoards(ctx.tx, centre.id)
  return { id }
}

/** Opens, pauses (until a time, if one is said) or closes the caller's desk; one that is closed is free for others. */
export async function changeDesk(
  ctx: Context,
  { state, backAt }: { state: DeskRow['state']; backAt?: string | undefined },
) {
  const desk = await lockOwnDesk(ctx)
  if (state === 'closed') await leave(ctx, desk.id)
  else
    await run(
      ctx.tx,
      sql`update queue.desk set state = ${state}, back_at = ${state === 'paused' ? (backAt ?? null) : null} where id = ${desk.id}`,
    )
  ctx.note({ objectType: 'desk', objectId: desk.id, facts: { state } })
  await tellBoards(ctx.tx, desk.centreId)
  return { id: desk.id }
}

/** Nobody leaves somebody standing at a desk. */
async function leave(ctx: Context, id: string): Promise<void> {
  const serving = await find(ctx.tx, sql`select 1 from queue.ticket where desk_id = ${id} and state = 'called'`)
  if (serving !== undefined) throw new Problem('stillServing', queueProblems.stillServing)
  await run(ctx.tx, sql`update queue.desk set officer_id = null, state = 'closed', back_at = null where id = ${id}`)
}
