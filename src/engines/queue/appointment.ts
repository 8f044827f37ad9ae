import { randomInt, randomUUIDv7 } from 'node:crypto'
import { find, get, rows, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { getUnit } from '#engines/directory/index.ts'
import { Problem, fail } from '#values/errors.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { queueProblems } from './contract/problems.ts'
import type { ServiceView } from './contract/shapes.ts'
import { slotsOn } from './slots.ts'

interface BookableRow extends ServiceView {
  readonly unitId: string
  readonly placesEach: number
  readonly slotMinutes: number
  readonly bookingDays: number
}

/** Nobody is expected sooner than this after they booked. */
const noticeMinutes = 60

const bookable = sql`select s.id, s.letter, s.name, s.icon, c.unit_id, s.places_each, c.slot_minutes, c.booking_days
  from queue.service s join queue.centre c on c.id = s.centre_id where s.is_offered and s.places_each > 0`

/** What can be booked, with the centre where it is. */
export async function listBookable(ctx: Context) {
  const found = await rows(ctx.tx, sql<BookableRow>`${bookable} order by s.centre_id, s.position limit 500`)
  return Promise.all(
    found.map(async ({ id, letter, name, icon, unitId }) => ({
      id,
      letter,
      name,
      icon,
      centre: (await getUnit(ctx.tx, unitId, dateAt(ctx.now()))).name,
    })),
  )
}

/** The times of the coming days that are free, by day. */
export async function listSlots(ctx: Context, { serviceId }: { serviceId: string }) {
  const service = await get(ctx.tx, sql<BookableRow>`${bookable} and s.id = ${serviceId}`)
  const taken = await rows(
    ctx.tx,
    sql<{ at: Date; count: number }>`select at, count(*)::int as count from queue.appointment
      where service_id = ${serviceId} and at > ${ctx.now()} and state in ('booked', 'arrived') group by at`,
  )
  const countAt = new Map(taken.map(({ at, count }) => [at.getTime(), count]))
  const unit = await getUnit(ctx.tx, service.unitId, dateAt(ctx.now()))
  const days = (await openDays(ctx, service)).map(({ date, slots }) => ({
    date,
    slots: slots
      .map((at) => ({ at, free: service.placesEach - (countAt.get(at.getTime()) ?? 0) }))
      .filter(({ free }) => free > 0),
  }))
  return {
    centre: unit.name,
    address: unit.address,
    service: service.name,
    days: days.filter(({ slots }) => slots.length > 0),
  }
}

/** The times at which a service may be booked at all, by day: within the office hours of its centre. */
async function openDays(ctx: Context, { unitId, slotMinutes, bookingDays }: BookableRow) {
  const workingTime = (await officesNow(ctx)).workingTimeOf(unitId)
  const from = new Date(ctx.now().getTime() + noticeMinutes * 60_000)
  return Array.from({ length: bookingDays + 1 }, (_, ahead) => addDays(dateAt(ctx.now()), ahead)).map((date) => ({
    date,
    slots: slotsOn(date, workingTime.spansOn(date), slotMinutes).filter((at) => at >= from),
  }))
}

/** Books a free place at a time, one appointment a person and service; one that is moved is given up in the same transaction. */
export async function bookAppointment(
  ctx: Context,
  asked: { serviceId: string; at: string; insteadOf?: string | undefined },
) {
  const person = ctx.actor.person ?? fail('forbidden')
  const at = new Date(asked.at)
  const service = await get(ctx.tx, sql<BookableRow>`${bookable} and s.id = ${asked.serviceId} for update of s`)
  const isOpen = (await openDays(ctx, service)).some(({ slots }) =>
    slots.some((slot) => slot.getTime() === at.getTime()),
  )
  if (!isOpen) throw new Problem('slotNotOpen', queueProblems.slotNotOpen)
  if (asked.insteadOf !== undefined) await giveUp(ctx, asked.insteadOf)
  // Whoever was not there today need not wait for the night to book anew.
  await run(
    ctx.tx,
    sql`update queue.appointment set state = 'missed', ended_at = ${ctx.now()}
      where service_id = ${service.id} and state = 'booked' and at <= ${ctx.now()} and ${isOf(person)}`,
  )
  const before = await find(
    ctx.tx,
    sql`select 1 from queue.appointment where service_id = ${service.id} and state = 'booked' and ${isOf(person)}`,
  )
  if (before !== undefined) throw new Problem('alreadyBooked', queueProblems.alreadyBooked)
  const id = randomUUIDv7()
  const code = newCode()
  const booked = await run(
    ctx.tx,
    sql`insert into queue.appointment (id, code, service_id, person_id, at, place, state, booked_at)
      select ${id}, ${code}, ${service.id}, ${person}, ${at}, place, 'booked', ${ctx.now()} from generate_series(1, ${service.placesEach}) as place
      where not exists (select from queue.appointment a where a.service_id = ${service.id} and a.at = ${at} and a.place = place.place
        and a.state in ('booked', 'arrived')) order by place limit 1`,
  )
  if (booked === 0) throw new Problem('slotFull', queueProblems.slotFull)
  ctx.note({ objectType: 'appointment', objectId: id, subjects: [person], facts: { at } })
  ctx.emit('appointment.booked', { appointmentId: id })
  return { id, code }
}

export async function cancelAppointment(ctx: Context, { id }: { id: string }) {
  await giveUp(ctx, id)
  return { id }
}

async function giveUp(ctx: Context, id: string): Promise<void> {
  const person = ctx.actor.person ?? fail('forbidden')
  const given = await run(
    ctx.tx,
    sql`update queue.appointment set state = 'cancelled', ended_at = ${ctx.now()} where id = ${id} and state = 'booked' and ${isOf(person)}`,
  )
  if (given === 0) fail('notFound')
  ctx.note({ objectType: 'appointment', objectId: id, subjects: [person], facts: { state: 'cancelled' } })
}

/** What a citizen booked, what is to come first; what is over for a month is not shown any more. */
export async function listMyAppointments(ctx: Context) {
  const person = ctx.actor.person ?? fail('forbidden')
  const since = new Date(ctx.now().getTime() - 30 * 86_400_000)
  const found = await rows(
    ctx.tx,
    sql<{
      id: string
      code: string
      unitId: string
      serviceId: string
      service: ServiceView['name']
      at: Date
      state: 'booked' | 'arrived' | 'cancelled' | 'missed'
    }>`select a.id, a.code, c.unit_id, a.service_id, s.name as service, a.at, a.state
      from queue.appointment a join queue.service s on s.id = a.service_id join queue.centre c on c.id = s.centre_id
      where ${isOf(person)} and a.at > ${since} order by (a.state = 'booked') desc, a.at desc limit 50`,
  )
  return Promise.all(
    found.map(async ({ unitId, ...appointment }) => {
      const { name, address } = await getUnit(ctx.tx, unitId, dateAt(ctx.now()))
      return { ...appointment, centre: name, address }
    }),
  )
}

/** Of a person, also of the rows that were found to be the same person. */
const isOf = (person: string) =>
  sql`person_id in (select p.id from directory.person p where p.id = ${person} or p.merged_into = ${person})`

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** What a kiosk reads: without letters that look like digits. */
const newCode = (): string =>
  `DL-${Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('')}`
