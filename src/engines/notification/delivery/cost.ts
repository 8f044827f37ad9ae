import { rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { civil, instantOf, type PlainDate } from '#values/plain-date.ts'

interface UnitCost {
  readonly unitId: string | null
  readonly unitName: string | null
  readonly messages: number
  readonly parts: number
  readonly dong: number
  readonly unpriced: number
}

/**
 * What the short messages of a month (`2026-11`) cost, by the unit whose dossiers they were about: each part that a centre took at the price of
 * its number and day, the longest prefix first. Of a message that was not taken whole, what was taken of it counts from when that was tried.
 */
export const costsOf = (tx: Queries, month: string): Promise<UnitCost[]> =>
  rows(
    tx,
    sql<UnitCost>`
      select s.unit_id, u.name as unit_name, count(*)::int as messages, sum(s.parts)::int as parts,
        coalesce(sum(s.parts * p.dong::bigint), 0)::bigint as dong, coalesce(sum(s.parts) filter (where p.dong is null), 0)::int as unpriced
      from (
        select unit_id, phone, parts, sent_at from notification.sms where sent_at is not null
        union all
        select s.unit_id, s.phone, count(*)::int, s.claimed_at from notification.sms s join notification.sms_part p on p.sms_id = s.id
        where s.sent_at is null and s.state in ('sending', 'failed', 'withdrawn') group by s.id
      ) s
      left join lateral (
        select dong from notification.sms_price where starts_with(substr(s.phone, 3), prefix)
          and valid_from <= (s.sent_at at time zone 'Asia/Ho_Chi_Minh')::date order by length(prefix) desc, valid_from desc limit 1
      ) p on true
      left join lateral (
        select name from directory.unit_version v where v.unit_id = s.unit_id order by valid_from desc limit 1
      ) u on true
      where s.sent_at >= ${instantOf(civil(`${month}-01`))} and s.sent_at < ${instantOf(monthAfter(month))}
      group by s.unit_id, u.name order by dong desc, parts desc, u.name`,
  )

function monthAfter(month: string): PlainDate {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return civil(number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`)
}

interface Price {
  readonly prefix: string
  readonly from: string
  readonly dong: number
  readonly changedBy: string
}

export const pricesOf = (tx: Queries): Promise<Price[]> =>
  rows(
    tx,
    sql<Price>`select prefix, valid_from as from, dong, changed_by from notification.sms_price order by prefix, valid_from`,
  )

export const savePrice = (tx: Queries, price: Price, at: Date): Promise<number> =>
  run(
    tx,
    sql`insert into notification.sms_price (prefix, valid_from, dong, changed_by, changed_at)
      values (${price.prefix}, ${price.from}, ${price.dong}, ${price.changedBy}, ${at})
      on conflict (prefix, valid_from) do update set dong = excluded.dong, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  )
