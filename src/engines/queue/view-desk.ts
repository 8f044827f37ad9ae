import { find, get, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { inTurnNow, waitsFor } from './call-ticket.ts'
import { centreOf } from './centre.ts'
import { lastConfirmation } from './confirmation.ts'
import { ticketCode, type Priority } from './contract/shapes.ts'
import { desksOf, type DeskRow } from './desk.ts'
import { dossiersOf } from './link-dossier.ts'

/** So many of those who wait are listed. */
const listed = 40

interface TicketRow {
  readonly id: string
  readonly letter: string
  readonly number: number
  readonly service: Words
  readonly priority: Priority | null
  readonly takenAt: Date
}

const ticketColumns = sql`t.id, s.letter, t.number, s.name as service, t.priority, t.taken_at`

const shown = <Row extends TicketRow>({ letter, number, ...ticket }: Row) => ({
  ...ticket,
  code: ticketCode(letter, number),
})

/** The screen of the officer at a desk: who is served, who waits in which order, who missed their turn. */
export async function viewDesk(ctx: Context) {
  const centre = await centreOf(ctx, 'dossier.receive')
  const desks = await desksOf(ctx, centre.id)
  const desk = desks.find((one) => one.officerId === ctx.actor.account)
  const on = dateAt(ctx.now())
  const [serving, waiting, absent, today, confirmation] = await Promise.all([
    desk && servedAt(ctx, desk),
    desk === undefined
      ? []
      : rows(
          ctx.tx,
          sql<TicketRow>`select ${ticketColumns} from queue.ticket t join queue.service s on s.id = t.service_id
            where ${waitsFor(desk, ctx.now())} order by ${inTurnNow(ctx.now())} limit ${listed}`,
        ),
    rows(
      ctx.tx,
      sql<TicketRow>`select ${ticketColumns} from queue.ticket t join queue.service s on s.id = t.service_id
        where t.centre_id = ${centre.id} and t.day = ${on} and t.state = 'absent' order by t.called_at desc limit ${listed}`,
    ),
    get(
      ctx.tx,
      sql<{ served: number; waitMinutes: number | null; mark: number | null }>`select count(*)::int as served,
          (percentile_cont(0.5) within group (order by extract(epoch from t.first_called_at - t.taken_at)) / 60)::float as wait_minutes,
          avg(r.mark)::float as mark
        from queue.ticket t left join queue.rating r on r.ticket_id = t.id
        where t.centre_id = ${centre.id} and t.day = ${on} and t.state = 'done' and t.officer_id = ${ctx.actor.account}`,
    ),
    desk && lastConfirmation(ctx, desk.id),
  ])
  return {
    centre: centre.name,
    desk: desk ?? null,
    desks,
    serving: serving ?? null,
    waiting: waiting.map((ticket) => shown(ticket)),
    absent: absent.map((ticket) => shown(ticket)),
    confirmation: confirmation ?? null,
    today,
  }
}

async function servedAt(ctx: Context, { id }: DeskRow) {
  const found = await find(
    ctx.tx,
    sql<
      TicketRow & { calledAt: Date; calls: number; sectors: string[] }
    >`select ${ticketColumns}, t.called_at, t.calls, s.sectors
      from queue.ticket t join queue.service s on s.id = t.service_id where t.desk_id = ${id} and t.state = 'called'`,
  )
  return found && { ...shown(found), dossiers: await dossiersOf(ctx, found.id) }
}
