import { get, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { PlainDate } from '#values/plain-date.ts'

/** How much is paid online, as Decision 766/QĐ-TTg (2022) counts it in 3.5 and 3.6. */
export interface PaidFigures {
  /** Procedures of which a fee was paid in the period, and those of them of which one was paid online. */
  readonly procedures: number
  readonly proceduresOnline: number
  /** Dossiers of which a fee was paid in the period, and those of them of which it was paid online. */
  readonly dossiers: number
  readonly dossiersOnline: number
}

/** What was paid from a day to the end of another, also what counters wrote down before `payments` did. */
export const paidFigures = (tx: Queries, { from, to }: { from: PlainDate; to: PlainDate }): Promise<PaidFigures> =>
  get(
    tx,
    sql<PaidFigures>`with paid as (
        select d.id, d.procedure_code, coalesce(f.method, a.method) = 'online' as is_online
        from services.fee f join services.dossier d on d.id = f.dossier_id
        left join payments.payment_order o on o.reference = 'dossier ' || f.dossier_id || ' ' || f.pay_at and o.state = 'paid'
        left join payments.receipt r on r.order_id = o.id and r.voided_at is null
        left join payments.attempt a on a.id = r.attempt_id
        where coalesce(f.paid_at, o.paid_at) >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
          and coalesce(f.paid_at, o.paid_at) < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      )
      select count(distinct procedure_code)::int as procedures, count(distinct procedure_code) filter (where is_online)::int as procedures_online,
        count(distinct id)::int as dossiers, count(distinct id) filter (where is_online)::int as dossiers_online from paid`,
  )
