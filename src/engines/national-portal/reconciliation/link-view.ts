import { rows, sql, every } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addDays, instantOf, type PlainDate } from '#values/plain-date.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import type { Cause } from '../declare.ts'
import { deliveryKinds, type DeliveryKind } from '../outgoing/delivery.ts'
import { flowsSince } from './flow-day.ts'
import type { ComparedField } from './compare-records.ts'

const shownDays = 10

type OutgoingKind = DeliveryKind | 'answer'

/** What goes by each flow since a day, and how it stands now. */
export async function viewFlows(tx: Queries, from: PlainDate, today: PlainDate) {
  const [days, states, answers, [incoming]] = await Promise.all([
    flowsSince(tx, from < addDays(today, -shownDays) ? from : addDays(today, -shownDays)),
    rows(
      tx,
      sql<{ kind: DeliveryKind; state: string; count: number }>`select kind, state, count(*)::int as count
        from national_portal.delivery where next_at < 'infinity' group by kind, state`,
    ),
    rows(
      tx,
      sql<{
        state: string
        count: number
      }>`select state, count(*)::int as count from national_portal.answer group by state`,
    ),
    rows(
      tx,
      sql<{ sent: number; accepted: number; waiting: number; differing: number }>`select count(*)::int as sent,
          count(*) filter (where state = 'filed')::int as accepted, count(*) filter (where state = 'fetched')::int as waiting,
          (select count(*)::int from national_portal.incoming where state = 'needs-look') as differing
        from national_portal.incoming where fetched_at >= ${instantOf(from)}`,
    ),
  ])
  const all = [...states, ...answers.map((one) => ({ ...one, kind: 'answer' as const }))]
  const standing = (kind: OutgoingKind, ...wanted: string[]): number =>
    all.reduce((sum, one) => sum + (one.kind === kind && wanted.includes(one.state) ? one.count : 0), 0)
  const outgoing = [...deliveryKinds, 'answer' as const].map((kind) => {
    const own = days.filter(({ flow, day }) => flow === kind && day >= from)
    return {
      flow: kind,
      sent: own.reduce((sum, one) => sum + one.sent, 0),
      accepted: own.reduce((sum, one) => sum + one.accepted, 0),
      refused: standing(kind, 'refused'),
      differing: standing(kind, 'differing'),
      waiting: standing(kind, 'waiting', 'sending'),
    }
  })
  const byDay = [...Map.groupBy(days, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    accepted: ofDay.reduce((sum, one) => sum + one.accepted, 0),
  }))
  return {
    flows: [...outgoing, { flow: 'filed' as const, refused: 0, ...incoming! }],
    days: byDay.slice(-shownDays),
    records: {
      all: states.reduce((sum, one) => sum + (one.kind === 'record' ? one.count : 0), 0),
      same: standing('record', 'accepted'),
    },
  }
}

/** How many have which cause. */
export const viewCauses = (tx: Queries) =>
  rows(
    tx,
    sql<{ cause: Cause; count: number }>`select cause, count(*)::int as count from (
        select cause from national_portal.delivery where cause is not null union all select cause from national_portal.answer where cause is not null
      ) one group by cause order by count desc, cause`,
  )

export interface ListedDifference {
  readonly id: string
  readonly kind: OutgoingKind
  readonly code: string
  readonly title: string
  readonly unitName: string
  readonly error: string | null
  readonly changedAt: Date
  readonly acceptedAt: Date | null
  readonly checkedAt: Date | null
  readonly fields: ComparedField[]
}

/** What has one cause, page by page in the order of its key: answers, then what is told of dossiers. */
export function listDifferences(
  tx: Queries,
  { cause, after, limit }: { cause: Cause; after?: { kind: OutgoingKind; id: string } | undefined; limit: number },
  today: PlainDate,
): Promise<ListedDifference[]> {
  const common = sql`v.error, v.changed_at, v.accepted_at, v.checked_at, coalesce(v.differences, '[]') as fields`
  const answers = sql`select v.petition_id as id, 'answer' as kind, q.code, q.title, ${nameOfUnit(sql`q.unit_id`, today)} as unit_name, ${common}
    from national_portal.answer v join petitions.petition q on q.id = v.petition_id
    where ${every([sql`v.cause = ${cause}`, after && (after.kind === 'answer' ? sql`v.petition_id > ${after.id}::uuid` : sql`false`)])}
    order by v.petition_id limit ${limit}`
  const dossiers = sql`select v.dossier_id as id, v.kind, d.code, d.procedure_name as title, ${nameOfUnit(sql`d.owner_id`, today)} as unit_name, ${common}
    from national_portal.delivery v join services.dossier d on d.id = v.dossier_id
    where ${every([sql`v.cause = ${cause}`, after && sql`(v.kind, v.dossier_id) > (${after.kind}, ${after.id}::uuid)`])}
    order by v.kind, v.dossier_id limit ${limit}`
  return rows(
    tx,
    sql<ListedDifference>`select * from ((${answers}) union all (${dossiers})) one order by kind, id limit ${limit}`,
  )
}
