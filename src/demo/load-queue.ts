import { randomUUIDv7 } from 'node:crypto'
import { json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import { currentCalendar } from '#engines/calendar/index.ts'
import type { Chance } from './random.ts'

interface Served {
  readonly id: string
  readonly centreId: string
  readonly letter: string
  readonly usualMinutes: number
  readonly desks: readonly string[]
}

interface LivedTicket {
  readonly id: string
  readonly centre: string
  readonly service: string
  readonly desk: string
  readonly day: PlainDate
  readonly number: number
  readonly state: 'done' | 'absent'
  readonly taken: Date
  readonly called: Date
  readonly ended: Date
}

const days = 30
const minute = 60_000

/** A month of numbers at every centre, called as its desks would have called them: heads see when and where people wait. */
export async function loadQueue(tx: Queries, chance: Chance, now: Date): Promise<void> {
  const services = await rows(
    tx,
    sql<Served>`select s.id, s.centre_id, s.letter, s.usual_minutes, array_agg(d.desk_id order by d.desk_id) as desks
      from queue.service s join queue.desk_service d on d.service_id = s.id group by s.id order by s.centre_id, s.position`,
  )
  const { workingTime } = await currentCalendar(tx)
  const today = dateAt(now)
  const lived = Array.from({ length: days }, (_, back) => addDays(today, back - days)).flatMap((day) =>
    services.flatMap((service) => {
      const desks = service.desks.map((id) => ({ id, freeAt: 0 }))
      return workingTime
        .spansOn(day)
        .flatMap((span) => arrivals(span, service, chance))
        .map((at, order) => serve({ service, desks, day, at, number: order + 1 }, chance))
    }),
  )
  await run(
    tx,
    sql`insert into queue.ticket (id, centre_id, service_id, day, number, turn, state, desk_id, taken_at, first_called_at, called_at, calls, ended_at)
      select id, centre, service, day, number, taken, state, desk, taken, called, called, case state when 'done' then 1 else 3 end, ended
      from jsonb_to_recordset(${json(lived)}) as g (id uuid, centre uuid, service uuid, desk uuid, day date, number int, state text, taken timestamptz,
        called timestamptz, ended timestamptz)`,
  )
}

/** Minutes of the day at which people come: desks are busy for two thirds of their time, early in the span for more. */
function arrivals(span: { readonly start: number; readonly end: number }, service: Served, chance: Chance): number[] {
  const open = span.end - span.start
  const count = Math.round((open * service.desks.length * (0.5 + 0.3 * chance.next())) / service.usualMinutes)
  return Array.from({ length: count }, () => span.start + Math.floor(open * 0.95 * chance.next() ** 1.3)).sort(
    (a, b) => a - b,
  )
}

function serve(
  {
    service,
    desks,
    day,
    at,
    number,
  }: {
    service: Served
    desks: { readonly id: string; freeAt: number }[]
    day: PlainDate
    at: number
    number: number
  },
  chance: Chance,
): LivedTicket {
  const desk = desks.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
  const called = Math.max(at + 0.3, desk.freeAt)
  const state = chance.happens(0.03) ? 'absent' : 'done'
  desk.freeAt = called + (state === 'absent' ? 1.5 : service.usualMinutes * (0.4 + 1.2 * chance.next()))
  const instant = (minutes: number) => new Date(instantOf(day, 0).getTime() + Math.round(minutes * minute))
  return {
    id: randomUUIDv7(),
    centre: service.centreId,
    service: service.id,
    desk: desk.id,
    day,
    number,
    state,
    taken: instant(at),
    called: instant(called),
    ended: instant(desk.freeAt),
  }
}
