import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { onDay } from './day.ts'
import { waivedOn } from '../waiver.ts'
import { closingsOf } from './desk.ts'
import { inReach } from './in-reach.ts'
import { returnedOn } from './returned.ts'

export interface Compared {
  readonly state: 'matched' | 'ours-only' | 'theirs-only' | 'differs'
  readonly reference: string
  readonly transactionCode: string
  /** Whole đồng; null where one side knows nothing of it. */
  readonly ours: number | null
  readonly theirs: number | null
  readonly fileCode: string | null
  readonly at: Date
}

/** More of one day than anybody looks through on a screen; what does not agree comes first, and the file has all. */
const mostShown = 5000

/**
 * One day compared: what we hold as received online with the platform's statement, transaction by transaction, what does not agree
 * first. A transaction stands on one day only, that of the statement once it is there: what we took a moment before midnight and the platform a
 * moment after is found on its day.
 */
export const compareDay = (ctx: Context, day: PlainDate): Promise<Compared[]> =>
  rows(
    ctx.tx,
    sql<Compared>`with ours as not materialized (
        select a.reference, a.transaction_code as code, a.received as amount, a.settled_at as at, o.file_code, o.collector_id
        from payments.attempt a join payments.payment_order o on o.id = a.order_id
        where a.method = 'online' and a.received is not null
        union all
        select a.reference, substring(f.about from 13), f.amount, f.owed_at, o.file_code, o.collector_id
        from payments.refund f join payments.attempt a on a.id = f.attempt_id join payments.payment_order o on o.id = a.order_id
        where f.cause = 'charged-twice'
      ), of_day as (
        select * from ours where ${onDay(sql`ours.at`, day)} and ${inReach(ctx, sql`ours.collector_id`)}
      ), theirs as (select * from payments.statement_line l where l.day = ${day}), compared as (
      select case when l.amount is null then 'ours-only' when l.amount = o.amount then 'matched' else 'differs' end as state, o.reference,
        o.code as transaction_code, o.amount as ours, l.amount as theirs, o.file_code, o.at
      from of_day o left join payments.statement_line l on l.reference = o.reference and l.transaction_code = o.code
      where l.day is null or l.day = ${day}
      union all
      select case when o.amount is null then 'theirs-only' when l.amount = o.amount then 'matched' else 'differs' end, l.reference, l.transaction_code,
        o.amount, l.amount, o.file_code, l.at
      from theirs l left join ours o on o.reference = l.reference and o.code = l.transaction_code
      where not exists (select from of_day d where d.reference = l.reference and d.code = l.transaction_code)
        and (o.collector_id is null or ${inReach(ctx, sql`o.collector_id`)})
      ) select * from compared
      order by array_position(array['theirs-only', 'differs', 'ours-only'], state), at, reference, transaction_code`,
  )

export interface DeskDay {
  readonly unitId: string
  readonly unitName: string
  readonly receipts: number
  readonly online: number
  readonly cash: number
  readonly transfer: number
  /** Taken at the desk and not closed by whoever took it. */
  readonly unclosed: number
}

/** What came in on a day, by counter: by the day of the money, whatever was written anew about it since. */
export const desksOf = (ctx: Context, day: PlainDate): Promise<DeskDay[]> =>
  rows(
    ctx.tx,
    sql<DeskDay>`select r.unit_id, ${nameOfUnit(sql`r.unit_id`, day)} as unit_name, count(*)::int as receipts,
        coalesce(sum(r.amount) filter (where a.method = 'online'), 0)::bigint as online,
        coalesce(sum(r.amount) filter (where a.method = 'cash'), 0)::bigint as cash,
        coalesce(sum(r.amount) filter (where a.method = 'transfer'), 0)::bigint as transfer,
        count(*) filter (where a.method <> 'online' and a.closing_id is null)::int as unclosed
      from payments.attempt a join payments.receipt r on r.attempt_id = a.id and r.voided_at is null
      where a.received is not null and ${onDay(sql`a.settled_at`, day)} and ${inReach(ctx, sql`r.unit_id`)}
      group by r.unit_id order by unit_name`,
  )

/** What a comparison comes to: rows that agree and that do not, whole đồng of either side. */
export const sumsOf = (compared: readonly Compared[]) => {
  const sum = (side: 'ours' | 'theirs') => compared.reduce((total, row) => total + (row[side] ?? 0), 0)
  const matched = compared.filter(({ state }) => state === 'matched').length
  return { matched, open: compared.length - matched, ours: sum('ours'), theirs: sum('theirs') }
}

/** Everything of a day that somebody who keeps the accounts looks at. */
export async function reconcileDay(ctx: Context, day: PlainDate) {
  const compared = await compareDay(ctx, day)
  return {
    day,
    compared: compared.slice(0, mostShown),
    sums: sumsOf(compared),
    desks: await desksOf(ctx, day),
    waived: await waivedOn(ctx, day),
    closings: await closingsOf(ctx, day),
    returned: await returnedOn(ctx, day),
  }
}
