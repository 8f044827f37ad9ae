import { get, rows, sql, type Fragment } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'

interface Days {
  readonly from: PlainDate
  /** The last day, included. */
  readonly to: PlainDate
}

/** How much is paid online, as Decision 766/QĐ-TTg (2022) counts it in 3.6. */
export interface PaidFigures {
  /** Dossiers of which a fee was paid in the period, and those of them of which one was paid online. */
  readonly dossiers: number
  readonly dossiersOnline: number
}

/** The dossiers of which something was paid from a day to the end of another, once each: `id`, `procedure_code`, `owner_id`, `is_online`. */
export const paidDossiers = (days: Days): Fragment => sql`(
  select d.id, d.procedure_code, d.owner_id, coalesce(bool_or(f.is_online), false) as is_online from (
    select f.dossier_id, a.method = 'online' as is_online from payments.payment_order o
    join services.fee f on o.reference like 'dossier ________-____-____-____-____________ %' and f.dossier_id = split_part(o.reference, ' ', 2)::uuid
      and f.pay_at = split_part(o.reference, ' ', 3)
    left join payments.receipt r on r.order_id = o.id and r.voided_at is null
    left join payments.attempt a on a.id = r.attempt_id
    where o.state = 'paid' and ${within(sql`o.paid_at`, days)}
  ) f join services.dossier d on d.id = f.dossier_id group by d.id)`

const within = (at: Fragment, { from, to }: Days): Fragment =>
  sql`${at} >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh' and ${at} < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`

export const paidFigures = (tx: Queries, days: Days): Promise<PaidFigures> =>
  get(
    tx,
    sql<PaidFigures>`select count(*)::int as dossiers, count(*) filter (where is_online)::int as dossiers_online from ${paidDossiers(days)} paid`,
  )

/** The procedures of these dossiers, and whether one of each was paid online (3.5). */
export const paidProcedures = (tx: Queries, days: Days): Promise<{ code: string; name: string; isOnline: boolean }[]> =>
  rows(
    tx,
    sql<{
      code: string
      name: string
      isOnline: boolean
    }>`select d.procedure_code as code, max(d.procedure_name) as name,
        bool_or(paid.is_online) as is_online
      from ${paidDossiers(days)} paid join services.dossier d on d.id = paid.id group by 1 order by 1`,
  )
