import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { dateAt } from '#values/plain-date.ts'
import { probableWait, type OpenDesk, type Queue } from './probable-wait.ts'

/** So many of the last that were served say how long one is usually served; before that it is what was declared. */
const enoughServed = 5

/**
 * How long whoever takes a number of a centre now, or holds `ticketId`, will probably wait, by the id of the service in minutes; null while
 * no desk is open for it. Desks share their time among all of their services.
 */
export async function forecastAt(
  tx: Queries,
  centreId: string,
  at: Date,
  ticketId?: string,
): Promise<(serviceId: string) => number | null> {
  const [queues, desks] = await Promise.all([queuesBefore(tx, centreId, at, ticketId), openDesks(tx, centreId)])
  return (serviceId) => probableWait(serviceId, queues, desks) ?? null
}

/** How many of each service are called before: all who wait, or those whose turn is before that of the ticket. */
function queuesBefore(tx: Queries, centreId: string, at: Date, ticketId: string | undefined): Promise<Queue[]> {
  const on = dateAt(at)
  const isBefore =
    ticketId === undefined
      ? sql`true`
      : sql`(t.turn, t.number) < (select mine.turn, mine.number from queue.ticket mine where mine.id = ${ticketId})`
  return rows(
    tx,
    sql<Queue>`select s.id,
        (select count(*)::int from queue.ticket t
          where t.centre_id = s.centre_id and t.day = ${on} and t.state = 'waiting' and t.service_id = s.id and ${isBefore}) as waiting,
        coalesce((select case when count(*) >= ${enoughServed} then percentile_cont(0.5) within group (order by extract(epoch from t.ended_at - t.called_at)) / 60 end
          from queue.ticket t where t.service_id = s.id and t.day = ${on} and t.state = 'done'), s.usual_minutes)::float as usual_minutes
      from queue.service s where s.centre_id = ${centreId}`,
  )
}

const openDesks = async (tx: Queries, centreId: string): Promise<OpenDesk[]> =>
  (
    await rows(
      tx,
      sql<{
        serviceIds: OpenDesk
      }>`select array(select ds.service_id from queue.desk_service ds where ds.desk_id = d.id) as service_ids
        from queue.desk d where d.centre_id = ${centreId} and d.state = 'open'`,
    )
  ).map(({ serviceIds }) => serviceIds)
