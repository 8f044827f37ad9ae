import { find, get, run, sql, type Fragment } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { tellBoards } from './board.ts'
import { centreOf } from './centre.ts'
import { queueProblems } from './contract/problems.ts'
import { ticketCode } from './contract/shapes.ts'
import { lockOwnDesk } from './desk.ts'

type OwnDesk = Awaited<ReturnType<typeof lockOwnDesk>>

/** Calls who is next for this desk; what was served there until now is done. 409 `nobodyWaits` leaves everything as it is. */
export async function callNext(ctx: Context) {
  const desk = await lockOwnDesk(ctx)
  await endServing(ctx, desk)
  const next = await find(
    ctx.tx,
    sql<{
      id: string
      number: number
      serviceId: string
    }>`update queue.ticket set state = 'called', desk_id = ${desk.id}, officer_id = ${ctx.actor.account},
        called_at = ${ctx.now()}, first_called_at = coalesce(first_called_at, ${ctx.now()}), calls = calls + 1
      where id = (select t.id from queue.ticket t where ${waitsFor(desk, ctx.now())}
        order by ${inTurnNow(ctx.now())} limit 1 for update skip locked)
      returning id, number, service_id`,
  )
  if (next === undefined) throw new Problem('nobodyWaits', queueProblems.nobodyWaits)
  await run(ctx.tx, sql`update queue.desk set state = 'open', back_at = null where id = ${desk.id} and state <> 'open'`)
  const { letter } = await get(
    ctx.tx,
    sql<{ letter: string }>`select letter from queue.service where id = ${next.serviceId}`,
  )
  const code = ticketCode(letter, next.number)
  ctx.note({ objectType: 'ticket', objectId: next.id, facts: { code, desk: desk.number } })
  await tellBoards(ctx.tx, desk.centreId)
  return { id: next.id, code }
}

/**
 * What may be called to a desk today: what was passed on to it, and of its services what was passed to no other where somebody sits. Whoever was passed to
 * a desk that closed before it called them is called where they took their number for, else nobody would call them.
 */
export const waitsFor = ({ id, centreId }: Pick<OwnDesk, 'id' | 'centreId'>, at: Date): Fragment =>
  sql`t.centre_id = ${centreId} and t.day = ${dateAt(at)} and t.state = 'waiting' and (t.for_desk_id = ${id}
    or not exists (select from queue.desk other where other.id = t.for_desk_id and other.officer_id is not null)
      and exists (select from queue.desk_service ds where ds.desk_id = ${id} and ds.service_id = t.service_id))`

/** The order of `inTurn`. */
export const inTurnNow = (at: Date): Fragment => sql`(t.not_before > ${at}) is true, t.turn, t.number`

/** Calls the number at the caller's desk once more: the board shows and says it again. */
export async function callAgain(ctx: Context, { id }: { id: string }) {
  await changeServed(ctx, id, sql`called_at = ${ctx.now()}, calls = calls + 1`)
  return { id }
}

export async function markAbsent(ctx: Context, { id }: { id: string }) {
  await changeServed(ctx, id, sql`state = 'absent', ended_at = ${ctx.now()}`)
  return { id }
}

export async function finishTicket(ctx: Context, { id }: { id: string }) {
  await changeServed(ctx, id, sql`state = 'done', ended_at = ${ctx.now()}`)
  return { id }
}

/** Sends whoever is served on to another desk, where they are called before those who came later. */
export async function passTicket(ctx: Context, { id, deskId }: { id: string; deskId: string }) {
  const centre = await centreOf(ctx, 'dossier.receive')
  const there = await find(ctx.tx, sql`select 1 from queue.desk where id = ${deskId} and centre_id = ${centre.id}`)
  if (there === undefined) fail('notFound')
  await changeServed(
    ctx,
    id,
    sql`state = 'waiting', for_desk_id = ${deskId}, desk_id = null, officer_id = null, called_at = null`,
  )
  return { id }
}

/** Whoever missed their turn keeps their place, and so is called before those who came after them. */
export async function returnTicket(ctx: Context, { id }: { id: string }) {
  const centre = await centreOf(ctx, 'dossier.receive')
  const returned = await run(
    ctx.tx,
    sql`update queue.ticket set state = 'waiting', desk_id = null, officer_id = null, called_at = null, ended_at = null
      where id = ${id} and centre_id = ${centre.id} and day = ${dateAt(ctx.now())} and state = 'absent'`,
  )
  if (returned === 0) await refuseMoved(ctx, id, centre.id)
  ctx.note({ objectType: 'ticket', objectId: id, facts: { returned: true } })
  return { id }
}

/** Changes the ticket that is served at the caller's desk; 409 `ticketMoved` when it is not any more. */
async function changeServed(ctx: Context, id: string, change: Fragment): Promise<void> {
  const desk = await lockOwnDesk(ctx)
  const changed = await run(
    ctx.tx,
    sql`update queue.ticket set ${change} where id = ${id} and desk_id = ${desk.id} and state = 'called'`,
  )
  if (changed === 0) await refuseMoved(ctx, id, desk.centreId)
  ctx.note({ objectType: 'ticket', objectId: id, facts: { desk: desk.number } })
  await tellBoards(ctx.tx, desk.centreId)
}

/** A ticket of another centre is not there. */
async function refuseMoved(ctx: Context, id: string, centreId: string): Promise<never> {
  const known = await find(ctx.tx, sql`select 1 from queue.ticket where id = ${id} and centre_id = ${centreId}`)
  if (known === undefined) fail('notFound')
  throw new Problem('ticketMoved', queueProblems.ticketMoved)
}

const endServing = (ctx: Context, { id }: OwnDesk): Promise<number> =>
  run(
    ctx.tx,
    sql`update queue.ticket set state = 'done', ended_at = ${ctx.now()} where desk_id = ${id} and state = 'called'`,
  )
