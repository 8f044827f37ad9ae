import { randomUUIDv7 } from 'node:crypto'
import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { takeNumber } from '#engines/numbering/index.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { tellBoards } from './board.ts'
import { queueProblems } from './contract/problems.ts'
import type { TicketTaken } from './contract/hall.ts'
import { ticketCode, ticketsOfKiosk, type Priority } from './contract/shapes.ts'
import { callingDevice, type DeviceRow } from './device.ts'
import { findPlace } from './follow-ticket.ts'
import { forecastAt } from './forecast.ts'
import { offeredServices, shownService } from './kiosk.ts'
import { useQuota } from './quota-of-device.ts'
import { turnOf, type Arrival, type HeadStarts } from './turn.ts'

/** Gives the next number of a service today; gapless, since the number is taken in the transaction that uses it. */
export async function takeTicket(
  ctx: Context,
  { serviceId, priority }: { serviceId: string; priority?: Priority | undefined },
): Promise<TicketTaken> {
  const device = await callingDevice(ctx, 'kiosk')
  await mustBeWithinLimit(ctx, device)
  return giveTicket(ctx, device, serviceId, { isPriority: priority !== undefined, priority })
}

/** Gives somebody who arrived for an appointment their number, also where no others are given any more; their code counts once, on its day, at its centre. */
export async function checkIn(ctx: Context, { code }: { code: string }): Promise<TicketTaken> {
  const device = await callingDevice(ctx, 'kiosk')
  await mustBeWithinLimit(ctx, device)
  const booked = await find(
    ctx.tx,
    sql<{
      id: string
      serviceId: string
      at: Date
    }>`select a.id, a.service_id, a.at from queue.appointment a join queue.service s on s.id = a.service_id
      where a.code = ${code} and a.state = 'booked' and s.centre_id = ${device.centreId} for update of a`,
  )
  if (booked === undefined || dateAt(booked.at) !== dateAt(ctx.now()))
    throw new Problem('noAppointment', queueProblems.noAppointment)
  const ticket = await giveTicket(ctx, device, booked.serviceId, { isPriority: false, appointmentAt: booked.at })
  await run(
    ctx.tx,
    sql`update queue.appointment set state = 'arrived', ticket_id = ${ticket.id}, ended_at = ${ctx.now()} where id = ${booked.id}`,
  )
  ctx.note({ objectType: 'appointment', objectId: booked.id, facts: { state: 'arrived' } })
  return ticket
}

async function giveTicket(
  ctx: Context,
  device: DeviceRow,
  serviceId: string,
  { priority, ...arrival }: Omit<Arrival, 'takenAt'> & { readonly priority?: Priority | undefined },
): Promise<TicketTaken> {
  const service = await find(
    ctx.tx,
    sql<HeadStarts & { letter: string }>`select s.letter, c.priority_minutes, c.appointment_minutes, c.late_minutes
      from queue.service s join queue.centre c on c.id = s.centre_id
      where s.id = ${serviceId} and s.centre_id = ${device.centreId} and (s.is_offered or ${arrival.appointmentAt !== undefined})`,
  )
  if (service === undefined) throw new Problem('notOffered', queueProblems.notOffered)
  const id = randomUUIDv7()
  const at = ctx.now()
  const { turn, notBefore } = turnOf({ takenAt: at, ...arrival }, service)
  const number = await takeNumber(ctx.tx, `ticket ${serviceId}`, dateAt(at))
  await run(
    ctx.tx,
    sql`insert into queue.ticket (id, centre_id, service_id, day, number, priority, turn, not_before, state, device_id, taken_at)
      values (${id}, ${device.centreId}, ${serviceId}, ${dateAt(at)}, ${number}, ${priority ?? null}, ${turn}, ${notBefore}, 'waiting', ${device.id}, ${at})`,
  )
  ctx.note({ objectType: 'ticket', objectId: id, facts: { code: ticketCode(service.letter, number) } })
  await tellBoards(ctx.tx, device.centreId)
  return viewTaken(ctx, device, id)
}

/** Puts a ticket of this kiosk forward while nobody has called it. The officer at the desk sees the ground and looks. */
export async function claimPriority(
  ctx: Context,
  { id, priority }: { id: string; priority: Priority },
): Promise<TicketTaken> {
  const device = await callingDevice(ctx, 'kiosk')
  const ticket = await get(
    ctx.tx,
    sql<
      HeadStarts & { takenAt: Date; state: string }
    >`select t.taken_at, t.state, c.priority_minutes, c.appointment_minutes, c.late_minutes
      from queue.ticket t join queue.centre c on c.id = t.centre_id where t.id = ${id} and t.device_id = ${device.id} for update of t`,
  )
  if (ticket.state !== 'waiting') throw new Problem('ticketMoved', queueProblems.ticketMoved)
  const { turn } = turnOf({ takenAt: ticket.takenAt, isPriority: true }, ticket)
  await run(ctx.tx, sql`update queue.ticket set priority = ${priority}, turn = least(turn, ${turn}) where id = ${id}`)
  ctx.note({ objectType: 'ticket', objectId: id, facts: { priority } })
  return viewTaken(ctx, device, id)
}

/** A finger that rests on a kiosk must not empty the day's numbers. */
const mustBeWithinLimit = (ctx: Context, { id }: DeviceRow): Promise<void> =>
  useQuota(
    ctx,
    id,
    'kiosk',
    ticketsOfKiosk,
    (since) => sql`select count(*)::int as count, min(taken_at) as first_at
    from queue.ticket where device_id = ${id} and taken_at > ${since}`,
  )

async function viewTaken(ctx: Context, device: DeviceRow, id: string): Promise<TicketTaken> {
  const at = ctx.now()
  const ticket = (await findPlace(ctx.tx, id, dateAt(at))) ?? fail('notFound')
  const services = await offeredServices(ctx.tx, device.centreId, at, ticket.serviceId)
  const waitFor = await forecastAt(ctx.tx, device.centreId, at, id)
  const service = services.find((one) => one.id === ticket.serviceId) ?? fail('notFound')
  return {
    id,
    code: ticketCode(service.letter, ticket.number),
    service: shownService(service),
    desks: [...service.desks],
    priority: ticket.priority,
    serving: ticket.serving === null ? null : ticketCode(service.letter, ticket.serving),
    takenAt: ticket.takenAt,
    waiting: ticket.before,
    minutes: waitFor(ticket.serviceId),
  }
}
