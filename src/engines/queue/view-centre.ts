import { get, rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { alarmOf } from './alarm.ts'
import { centreOf } from './centre.ts'
import { ticketCode, type ServiceView } from './contract/shapes.ts'
import { desksOf, type DeskRow } from './desk.ts'

interface ServiceRow extends ServiceView {
  readonly sectors: string[]
  readonly usualMinutes: number
  readonly longestWaitMinutes: number
  readonly isOffered: boolean
  readonly placesEach: number
  readonly waiting: number
  readonly longest: number | null
}

interface ServedRow {
  readonly deskId: string
  readonly letter: string
  readonly number: number
  readonly minutes: number
  readonly usualMinutes: number
}

const minutesOf = (from: string, to: string) => sql.raw(`(extract(epoch from ${to} - ${from}) / 60)::float`)

/** The centre as its head sees it now: queues, desks, what is wrong and what could be done, marks, the course of the day. */
export async function viewCentre(ctx: Context) {
  const centre = await centreOf(ctx, 'queue.manage')
  const [services, desks, served, today, marks, course] = await Promise.all([
    servicesNow(ctx, centre.id),
    desksOf(ctx, centre.id),
    servedNow(ctx, centre.id),
    todaySoFar(ctx, centre.id),
    marksToday(ctx, centre.id),
    courseOfDay(ctx, centre.id),
  ])
  const shown = desks.map((desk) =>
    viewedDesk(
      desk,
      served.find((one) => one.deskId === desk.id),
    ),
  )
  return {
    centre: centre.name,
    ...today,
    services,
    desks: shown,
    alarm: alarmOf(
      services,
      shown.map((desk) => ({ ...desk, serviceIds: desk.services.map(({ id }) => id) })),
    ),
    marks,
    course,
  }
}

function viewedDesk({ id, number, state, backAt, officer, services }: DeskRow, served: ServedRow | undefined) {
  return {
    id,
    number,
    state,
    backAt,
    officer,
    services,
    serving: served === undefined ? null : ticketCode(served.letter, served.number),
    minutes: served?.minutes ?? null,
    usualMinutes: served?.usualMinutes ?? null,
  }
}

const servicesNow = (ctx: Context, centreId: string): Promise<ServiceRow[]> =>
  rows(
    ctx.tx,
    sql<ServiceRow>`select s.id, s.letter, s.name, s.icon, s.sectors, s.usual_minutes, s.longest_wait_minutes, s.is_offered, s.places_each,
        count(t.id)::int as waiting, (extract(epoch from ${ctx.now()}::timestamptz - min(t.taken_at)) / 60)::float as longest
      from queue.service s left join queue.ticket t on t.service_id = s.id and t.day = ${dateAt(ctx.now())} and t.state = 'waiting'
      where s.centre_id = ${centreId} group by s.id order by waiting desc, s.position, s.letter`,
  )

const servedNow = (ctx: Context, centreId: string): Promise<ServedRow[]> =>
  rows(
    ctx.tx,
    sql<ServedRow>`select t.desk_id, s.letter, t.number, s.usual_minutes,
        (extract(epoch from ${ctx.now()}::timestamptz - t.called_at) / 60)::float as minutes
      from queue.ticket t join queue.service s on s.id = t.service_id
      where t.centre_id = ${centreId} and t.day = ${dateAt(ctx.now())} and t.state = 'called'`,
  )

const todaySoFar = (ctx: Context, centreId: string) =>
  get(
    ctx.tx,
    sql<{ waiting: number; called: number; waitMinutes: number | null }>`select
        count(*) filter (where state = 'waiting')::int as waiting, count(first_called_at)::int as called,
        avg(${minutesOf('taken_at', 'first_called_at')}) as wait_minutes
      from queue.ticket where centre_id = ${centreId} and day = ${dateAt(ctx.now())}`,
  )

const marksToday = (ctx: Context, centreId: string) =>
  rows(
    ctx.tx,
    sql<{
      mark: number
      count: number
    }>`select r.mark, count(*)::int as count from queue.rating r join queue.ticket t on t.id = r.ticket_id
      where t.centre_id = ${centreId} and t.day = ${dateAt(ctx.now())} group by r.mark order by r.mark desc`,
  )

/** How many waited at each half hour since the first number of today. */
const courseOfDay = (ctx: Context, centreId: string) =>
  rows(
    ctx.tx,
    sql<{ at: Date; waiting: number }>`with today as (
        select taken_at, coalesce(first_called_at, ${ctx.now()}) as until from queue.ticket where centre_id = ${centreId} and day = ${dateAt(ctx.now())}
      ), times as (
        select generate_series(date_bin('30 minutes', min(taken_at), 'epoch'), ${ctx.now()}::timestamptz, '30 minutes') as at from today
        union select ${ctx.now()}::timestamptz where exists (select from today)
      )
      select at, (select count(*)::int from today where taken_at <= at and (until > at or at = ${ctx.now()} and until = at)) as waiting
      from times order by at`,
  )
