import { find, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { unitName } from '#engines/directory/index.ts'
import { fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { ticketCode, type Priority } from './contract/shapes.ts'
import type { FollowedTicket } from './contract/hall.ts'
import { forecastAt } from './forecast.ts'
import { offeredServices, shownService } from './kiosk.ts'

export interface PlacedTicket {
  readonly centreId: string
  readonly serviceId: string
  readonly number: number
  readonly priority: Priority | null
  readonly state: FollowedTicket['state']
  readonly takenAt: Date
  /** Where it is served. */
  readonly desk: number | null
  /** So many are called before it. */
  readonly before: number
  /** The last number of its service that was called. */
  readonly serving: number | null
}

/** A ticket of a day and where it stands in the queue. */
export const findPlace = (tx: Queries, id: string, on: string): Promise<PlacedTicket | undefined> =>
  find(
    tx,
    sql<PlacedTicket>`select t.centre_id, t.service_id, t.number, t.priority, t.state, t.taken_at, d.number as desk,
        (select count(*)::int from queue.ticket o where o.centre_id = t.centre_id and o.day = t.day and o.state = 'waiting' and t.state = 'waiting'
          and o.service_id = t.service_id and (o.turn, o.number) < (t.turn, t.number)) as before,
        (select o.number from queue.ticket o where o.service_id = t.service_id and o.day = t.day and o.state = 'called'
          order by o.called_at desc limit 1) as serving
      from queue.ticket t left join queue.desk d on d.id = t.desk_id and t.state = 'called' where t.id = ${id} and t.day = ${on}`,
  )

/**
 * What the holder of a ticket reads on their phone: whoever has the address of it (a random id, in the QR code of the slip) sees it on its day.
 * It says nothing of who waits, nor why they come first.
 */
export async function followTicket(ctx: Context, { id }: { id: string }): Promise<FollowedTicket> {
  const on = dateAt(ctx.now())
  const ticket = (await findPlace(ctx.tx, id, on)) ?? fail('notFound')
  const services = await offeredServices(ctx.tx, ticket.centreId, ctx.now(), ticket.serviceId)
  const waitFor = await forecastAt(ctx.tx, ticket.centreId, ctx.now(), id)
  const service = services.find((one) => one.id === ticket.serviceId) ?? fail('notFound')
  return {
    code: ticketCode(service.letter, ticket.number),
    centre: await unitName(ctx.tx, ticket.centreId, on),
    service: shownService(service),
    state: ticket.state,
    desk: ticket.desk,
    desks: [...service.desks],
    serving: ticket.serving === null ? null : ticketCode(service.letter, ticket.serving),
    takenAt: ticket.takenAt,
    waiting: ticket.before,
    minutes: ticket.state === 'waiting' ? waitFor(ticket.serviceId) : null,
  }
}
