import { rows, sql, write } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt, type PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { nameOfCentre } from './centre.ts'
import type { Board } from './contract/hall.ts'
import { ticketCode } from './contract/shapes.ts'
import { forecastAt } from './forecast.ts'
import { offeredServices } from './kiosk.ts'

/** On which boards hear that something changed; what they are told is the centre. */
export const boardChannel = 'queue_board'

/** So many calls are told of: three are shown, and of those that came within one push each is said. */
const toldCalls = 12

/** Tells the boards of a centre, once this transaction is committed. */
export const tellBoards = (tx: Queries, centreId: string): Promise<void> =>
  write(tx, sql`select pg_notify(${boardChannel}, ${centreId})`)

/** What the board of a hall shows now; no name of anybody. */
export async function viewBoard(tx: Queries, centreId: string, at: Date): Promise<Board> {
  const on = dateAt(at)
  const [centre, desks, calls, services, waitFor] = await Promise.all([
    nameOfCentre(tx, centreId, on),
    desksOnBoard(tx, centreId, on),
    lastCalls(tx, centreId, on),
    offeredServices(tx, centreId, at),
    forecastAt(tx, centreId, at),
  ])
  const waits = services.map((service) => ({
    letter: service.letter,
    name: service.name,
    waiting: service.waiting,
    minutes: waitFor(service.id),
  }))
  return { centre, desks, calls, waits }
}

async function desksOnBoard(tx: Queries, centreId: string, on: PlainDate): Promise<Board['desks']> {
  const found = await rows(
    tx,
    sql<
      Omit<Board['desks'][number], 'serving'> & { letter: string | null; ticket: number | null }
    >`select d.number, d.state, d.back_at, s.letter, t.number as ticket,
        coalesce((select jsonb_agg(o.name order by o.letter) from queue.desk_service ds join queue.service o on o.id = ds.service_id
          where ds.desk_id = d.id and o.is_offered), '[]') as services
      from queue.desk d
      left join queue.ticket t on t.desk_id = d.id and t.state = 'called' and t.day = ${on}
      left join queue.service s on s.id = t.service_id
      where d.centre_id = ${centreId} order by d.number`,
  )
  return found.map(({ letter, ticket, ...desk }) => ({
    ...desk,
    serving: letter === null || ticket === null ? null : ticketCode(letter, ticket),
  }))
}

async function lastCalls(tx: Queries, centreId: string, on: PlainDate): Promise<Board['calls']> {
  const found = await rows(
    tx,
    sql<{ ticket: string; letter: string; number: number; desk: number; service: Words; at: Date }>`
      select t.id as ticket, s.letter, t.number, d.number as desk, s.name as service, t.called_at as at
      from queue.ticket t join queue.service s on s.id = t.service_id join queue.desk d on d.id = t.desk_id
      where t.centre_id = ${centreId} and t.day = ${on} and t.called_at is not null and t.state in ('called', 'done')
      order by t.called_at desc, t.id desc limit ${toldCalls}`,
  )
  return found.map(({ letter, number, ...call }) => ({ ...call, code: ticketCode(letter, number) }))
}
