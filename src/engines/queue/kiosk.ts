import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { dateAt } from '#values/plain-date.ts'
import { nameOfCentre } from './centre.ts'
import type { ServiceView } from './contract/shapes.ts'
import { callingDevice } from './device.ts'
import { forecastAt } from './forecast.ts'

/** A service that is offered today, and how long one waits for it. */
export interface OfferedService extends ServiceView {
  readonly waiting: number
  /** Numbers of the desks that are open for it. */
  readonly desks: readonly number[]
}

/** What numbers are given for at a centre now, in the order in which they are shown; `also` one that was closed after its numbers were given. */
export function offeredServices(tx: Queries, centreId: string, at: Date, also?: string): Promise<OfferedService[]> {
  const on = dateAt(at)
  return rows(
    tx,
    sql<OfferedService>`select s.id, s.letter, s.name, s.icon,
        (select count(*)::int from queue.ticket t where t.centre_id = s.centre_id and t.day = ${on} and t.state = 'waiting' and t.service_id = s.id) as waiting,
        array(select d.number from queue.desk_service ds join queue.desk d on d.id = ds.desk_id
          where ds.service_id = s.id and d.state = 'open' order by d.number) as desks
      from queue.service s where s.centre_id = ${centreId} and (s.is_offered or s.id = ${also ?? null}::uuid) order by s.position, s.letter`,
  )
}

/** What everybody sees of it. */
export const shownService = ({ id, letter, name, icon }: OfferedService) => ({ id, letter, name, icon })

export async function viewKiosk(ctx: Context) {
  const device = await callingDevice(ctx, 'kiosk')
  const [centre, services, waitFor] = await Promise.all([
    nameOfCentre(ctx.tx, device.centreId, dateAt(ctx.now())),
    offeredServices(ctx.tx, device.centreId, ctx.now()),
    forecastAt(ctx.tx, device.centreId, ctx.now()),
  ])
  return {
    centre,
    services: services.map((service) => ({
      ...shownService(service),
      waiting: service.waiting,
      minutes: waitFor(service.id),
    })),
  }
}
