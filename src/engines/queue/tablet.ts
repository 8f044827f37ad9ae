import { find, get, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { rateServed } from '#engines/services/index.ts'
import { Problem, fail } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfCentre, unitOfCentre } from './centre.ts'
import { shownAt } from './confirmation.ts'
import { queueProblems } from './contract/problems.ts'
import { ticketCode } from './contract/shapes.ts'
import { callingDevice } from './device.ts'
import { dossiersOf } from './link-dossier.ts'

/** So long after they were served somebody is asked how it was; then they have gone. */
const askedForMinutes = 3
/** Who was asked in the last moment still answers. */
const answeredForMinutes = askedForMinutes + 1

interface TabletRow {
  readonly desk: number
  readonly state: 'open' | 'paused' | 'closed'
  readonly servingLetter: string | null
  readonly servingNumber: number | null
}

/** What the tablet at a desk shows: the number being served, or the question how it was. */
export async function viewTablet(ctx: Context) {
  const device = await callingDevice(ctx, 'tablet')
  const at = ctx.now()
  const since = new Date(at.getTime() - askedForMinutes * 60_000)
  const [centre, now, served, toConfirm] = await Promise.all([
    nameOfCentre(ctx.tx, device.centreId, dateAt(at)),
    get(
      ctx.tx,
      sql<TabletRow>`select d.number as desk, d.state, s.letter as serving_letter, t.number as serving_number from queue.desk d
        left join queue.ticket t on t.desk_id = d.id and t.state = 'called' left join queue.service s on s.id = t.service_id
        where d.id = ${device.deskId}`,
    ),
    find(
      ctx.tx,
      sql<{ id: string; letter: string; number: number; isRated: boolean }>`select t.id, s.letter, t.number,
          exists (select from queue.rating r where r.ticket_id = t.id) as is_rated
        from queue.ticket t join queue.service s on s.id = t.service_id
        where t.centre_id = ${device.centreId} and t.day = ${dateAt(at)} and t.desk_id = ${device.deskId} and t.state = 'done' and t.ended_at > ${since}
        order by t.ended_at desc limit 1`,
    ),
    device.deskId === null ? undefined : shownAt(ctx, device.deskId),
  ])
  return {
    centre,
    desk: now.desk,
    state: now.state,
    serving:
      now.servingLetter === null || now.servingNumber === null
        ? null
        : ticketCode(now.servingLetter, now.servingNumber),
    toConfirm: toConfirm ?? null,
    toRate:
      served === undefined || served.isRated ? null : { id: served.id, code: ticketCode(served.letter, served.number) },
  }
}

/**
 * Rates a number that was just served at the desk of this tablet, once; it is the mark, too, of the dossiers whose results were handed over in
 * that visit and that have none.
 */
export async function rateTicket(ctx: Context, { id, mark }: { id: string; mark: number }) {
  const device = await callingDevice(ctx, 'tablet')
  const since = new Date(ctx.now().getTime() - answeredForMinutes * 60_000)
  const served = await find(
    ctx.tx,
    sql<{
      officerId: string
      from: Date
      until: Date
    }>`select officer_id, first_called_at as "from", ended_at as until from queue.ticket
      where id = ${id} and desk_id = ${device.deskId} and day = ${dateAt(ctx.now())} and state = 'done' and ended_at > ${since}`,
  )
  if (served === undefined) fail('notFound')
  const rated = await run(
    ctx.tx,
    sql`insert into queue.rating (ticket_id, device_id, mark, rated_at) values (${id}, ${device.id}, ${mark}, ${ctx.now()}) on conflict do nothing`,
  )
  if (rated === 0) throw new Problem('alreadyRated', queueProblems.alreadyRated)
  ctx.note({ objectType: 'ticket', objectId: id, facts: { mark } })
  const unitId = await unitOfCentre(ctx.tx, device.centreId)
  const visit = { unitId, accountId: served.officerId, from: served.from, until: served.until }
  for (const dossier of await dossiersOf(ctx, id)) await rateServed(ctx, dossier.id, mark, visit)
  return { id }
}
