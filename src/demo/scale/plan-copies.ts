import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { makeFunctions } from './copy-functions.ts'

export interface CopyPlan {
  /** How many dossiers there are to be, with those that are copied. */
  readonly dossiers: number
  readonly years: number
  /** How many people there are like each applicant. */
  readonly likeEach: number
  readonly now: Date
}

/**
 * Makes `copy`, a row for each dossier that is to be: which one it lives like, how long ago, under which code and numbers, and who files it.
 * What has ended is spread over the years in whole weeks, so that everything happened on the same day of a week, as far back as everybody in it was
 * of age; what goes on, goes on now. A choice that a form has only of late is kept in the past too, and so are amounts of today. The same
 * dossiers make the same copies. Beside it `copied_order` and `copied_receipt`, for what is paid.
 */
export async function planCopies(tx: Queries, { dossiers, years, likeEach, now }: CopyPlan): Promise<void> {
  await makeFunctions(tx)
  await run(
    tx,
    sql`create unlogged table growing.copy as
      with lived as (
        select d.id as source, d.code as lived_code, d.is_open, d.filed_at, d.received_at, d.receiver_id, p.full_name as old_name,
          p.personal_id as old_personal_id, p.phone as old_phone, p.id as old_person_id, r.issued_at, u.code || ' ' || substr(r.number, strpos(r.number, '/')) as result_book,
          (d.filed_at - interval '15 years')::date as since, ${now}::date - d.filed_at::date as age, count(*) over () as lived,
          least(said.first, d.filed_at::date) - (coalesce(said.born, p.birth_date) + interval '20 years')::date as most
        from services.dossier d join directory.person p on p.id = d.applicant_id join directory.unit u on u.id = d.owner_id
        left join services.result r on r.dossier_id = d.id and r.issued_at is not null
        cross join lateral (
          select max(day) filter (where day < d.filed_at - interval '15 years') as born, min(day) filter (where day >= d.filed_at - interval '15 years') as first
          from (select found[1]::date as day from regexp_matches(d.answers::text, '"(\\d{4}-\\d\\d-\\d\\d)"', 'g') found) days
        ) said
      ), chosen as (
        select *, lived_code || '/' || copy as mark from lived cross join lateral generate_series(1, ceil(${dossiers}::numeric / lived - 1)::int) as copy
        order by copy, growing.chance(lived_code || '/' || copy) limit ${dossiers} - (select count(*) from services.dossier)
      ), moved as (
        select *, days * interval '1 day' as shift
        from chosen cross join lateral (select case when is_open then 0
          else 7 * greatest(0, least(growing.chance(mark) % (${years}::int * 365) - age, most) / 7) end::int as days) d
      ), dated as (
        select m.source, m.mark, m.lived_code, m.days, m.since, m.shift, m.filed_at - m.shift as filed_at, m.old_name, m.old_personal_id, m.old_phone,
          p.id as person_id, p.full_name as name, kernel.fold(p.full_name) as folded_name, p.personal_id, p.phone,
          regexp_replace(m.lived_code, '-[0-9]+-[0-9]+$', '') as prefix, ((m.filed_at - m.shift) at time zone 'Asia/Ho_Chi_Minh')::date as day,
          m.receiver_id, m.received_at - m.shift as received_at,
          extract(year from (m.received_at - m.shift) at time zone 'Asia/Ho_Chi_Minh')::int as book_year,
          m.result_book, replace(m.result_book, ' /', ' ') as result_series, m.issued_at - m.shift as issued_at,
          extract(year from (m.issued_at - m.shift) at time zone 'Asia/Ho_Chi_Minh')::int as result_year
        from moved m join growing.new_person n on n.like_id = m.old_person_id and n.number = growing.chance(m.mark || ' by') % ${likeEach}::int
          join directory.person p on p.id = n.id
      ), counted as (
        select dated.*, row_number() over (order by filed_at, mark) as number,
          row_number() over (partition by prefix, day order by filed_at, mark) + coalesce(days.next - 1, 0) as day_order,
          case when received_at is not null
            then row_number() over (partition by receiver_id, book_year order by received_at, mark) + coalesce(books.next - 1, 0) end as book_order,
          case when issued_at is not null
            then row_number() over (partition by result_book, result_year order by issued_at, mark) + coalesce(results.next - 1, 0) end as result_order
        from dated left join numbering.series days on days.book = 'dossier ' || prefix and days.period = day::text
          left join numbering.series books on books.book = 'dossier book ' || receiver_id and books.period = book_year::text
          left join numbering.series results on results.book = 'result ' || result_series and results.period = result_year::text
      )
      select growing.copied_id(source, filed_at, mark) as id, *,
        prefix || '-' || to_char(day, 'YYMMDD') || '-' || lpad(day_order::text, greatest(4, length(day_order::text)), '0') as code
      from counted`,
  )
  await run(tx, sql`create index on growing.copy (number)`)
  await run(
    tx,
    sql`create unlogged table growing.answer as
      select d.id as source, d.filed_at, d.channel, t.*, t.template ~ '"20[0-3]\\d"' as names_year
      from services.dossier d join directory.person p on p.id = d.applicant_id
      cross join lateral growing.days_in(d.answers::text, (d.filed_at - interval '15 years')::date) as days
      cross join lateral (select days, growing.template(d.answers::text, array[p.full_name, p.personal_id, p.phone], days) as template) t`,
  )
  await run(
    tx,
    sql`create unlogged table growing.copied_order as
      select id, split_part(reference, ' ', 2)::uuid as dossier_id from payments.payment_order where reference like 'dossier %'`,
  )
  await run(
    tx,
    sql`create unlogged table growing.copied_receipt as
      select receipt_id, copy_id, year, row_number() over (partition by book, year order by at, copy_id) + coalesce((select s.next - 1 from numbering.series s
          where s.book = dated.book and s.period = dated.year::text), 0) as number, book
      from (
        select r.id as receipt_id, m.id as copy_id, r.book, r.issued_at - m.shift as at,
          extract(year from (r.issued_at - m.shift) at time zone 'Asia/Ho_Chi_Minh')::int as year
        from payments.receipt r join growing.copied_order c on c.id = r.order_id join growing.copy m on m.source = c.dossier_id
      ) dated`,
  )
  await run(tx, sql`create index on growing.copied_receipt (copy_id)`)
  await run(tx, sql`analyze growing.copy, growing.answer, growing.copied_order, growing.copied_receipt`)
}

/** The books go on where the copies stopped. */
export const keepSeries = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`insert into numbering.series as s (book, period, next)
      select 'dossier ' || prefix, day::text, max(day_order) + 1 from growing.copy group by 1, 2
      union all select 'dossier book ' || receiver_id, book_year::text, max(book_order) + 1 from growing.copy where book_order is not null group by 1, 2
      union all select 'result ' || result_series, result_year::text, max(result_order) + 1 from growing.copy where result_order is not null group by 1, 2
      union all select book, year::text, max(number) + 1 from growing.copied_receipt group by 1, 2
      on conflict (book, period) do update set next = greatest(s.next, excluded.next)`,
  )
