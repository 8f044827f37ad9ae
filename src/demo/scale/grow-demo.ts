import { randomUUIDv7 } from 'node:crypto'
import { connect } from '#kernel/database/connect.ts'
import { get, json, rows, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { countAll } from '#engines/reporting/index.ts'
import { insertPersons } from '../load-staff.ts'
import { createPeople } from '../people.ts'
import { createChance } from '../random.ts'
import { copiedTables } from './copied-tables.ts'
import { copyRows } from './copy-rows.ts'
import { withoutIndexes } from './indexes-aside.ts'
import { keepSeries, planCopies } from './plan-copies.ts'

/** Over so many years they are spread. */
const years = 10
const seed = 10_2026
/** So many dossiers for each person. */
const peopleShare = 4

/**
 * Grows the demo province to so many dossiers: each lives as one of those did that lived through their process, at another time, filed by
 * somebody else. All or nothing. Needs an account that may set foreign keys aside.
 */
export async function growDemo(url: string, { dossiers, now }: { dossiers: number; now: Date }): Promise<void> {
  const { db, close } = connect(url, { size: 1, name: 'lien-thong demo' })
  try {
    await db.transaction(async (tx) => {
      await run(tx, sql`set local statement_timeout = 0`)
      await run(tx, sql`set local idle_in_transaction_session_timeout = 0`)
      await run(tx, sql`set local work_mem = '128MB'`)
      await run(tx, sql`set local maintenance_work_mem = '512MB'`)
      // Everything that is pointed at is copied with what points at it: looking each up would take longer than all the rest.
      await run(tx, sql`set local session_replication_role = replica`)
      const { lived } = await get(tx, sql<{ lived: number }>`select count(*)::int as lived from services.dossier`)
      if (lived === 0 || dossiers <= lived) return
      const likeEach = await makePeople(tx, Math.ceil((dossiers - lived) / peopleShare))
      await planCopies(tx, { dossiers, years, likeEach, now })
      await withoutIndexes(
        tx,
        copiedTables.map(({ table }) => table),
        () => copyRows(tx, dossiers - lived),
      )
      await closeDesks(tx)
      await keepSeries(tx)
      await run(tx, sql`analyze`)
      await countAll({ tx, now: () => now })
    })
    await run(db, sql`vacuum analyze`)
  } finally {
    await close()
  }
}

/**
 * People without an account, in `new_person`: each of the sex and age of an applicant, whose place they can take in what that one said. Answers how many
 * there are like each.
 */
async function makePeople(tx: Queries, count: number): Promise<number> {
  const applicants = await rows(
    tx,
    sql<Applicant>`select p.id, p.sex, p.birth_date from directory.person p
      where exists (select from services.dossier d where d.applicant_id = p.id) order by p.personal_id`,
  )
  const known = await rows(
    tx,
    sql<{ number: string }>`select personal_id as number from directory.person where personal_id is not null
      union select phone from directory.person where phone is not null`,
  )
  const people = createPeople(
    createChance(seed),
    known.map(({ number }) => number),
  )
  await run(tx, sql`create temp table new_person (id uuid, like_id uuid, number int) on commit drop`)
  const each = Math.ceil(count / applicants.length)
  const made = applicants.flatMap((applicant) =>
    Array.from({ length: each }, (_, number) => ({
      ...people.like(applicant),
      id: randomUUIDv7(),
      likeId: applicant.id,
      number,
    })),
  )
  const batch = 5000
  for (let start = 0; start < made.length; start += batch) {
    const some = made.slice(start, start + batch)
    await insertPersons(tx, some)
    await run(
      tx,
      sql`insert into new_person select id, "likeId", number
        from jsonb_to_recordset(${json(some.map(({ id, likeId, number }) => ({ id, likeId, number })))}) as g (id uuid, "likeId" uuid, number int)`,
    )
  }
  await run(tx, sql`create index on new_person (like_id, number)`)
  await run(tx, sql`analyze new_person`)
  return each
}

interface Applicant {
  readonly id: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
}

/** Every day that a desk took money, it was counted in the evening, and signed for. */
const closeDesks = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`with keeper as (
        select distinct on (account) account, account_name from payments.desk_closing order by account, closed_at
      ), signer as (
        select distinct on (unit_id) unit_id, signed_by, signed_account from payments.desk_closing where signed_at is not null order by unit_id, closed_at
      ), taken as (
        select a.closing_id as id, o.collector_id as unit_id, a.taken_by as account, max(a.settled_at) as at, count(*) as taken,
          coalesce(sum(a.received) filter (where a.method = 'cash'), 0) as cash,
          coalesce(sum(a.received) filter (where a.method = 'transfer'), 0) as transfer
        from payments.attempt a join payments.payment_order o on o.id = a.order_id
        where a.closing_id is not null and not exists (select from payments.desk_closing c where c.id = a.closing_id)
        group by 1, 2, 3
      )
      insert into payments.desk_closing (id, unit_id, account, account_name, closed_at, day, taken, cash, transfer, counted, signed_at, signed_by, signed_account)
      select t.id, t.unit_id, account, k.account_name, t.at + interval '10 minutes', (t.at at time zone 'Asia/Ho_Chi_Minh')::date, t.taken, t.cash,
        t.transfer, t.cash, case when s.signed_account is not null then t.at + interval '30 minutes' end, s.signed_by, s.signed_account
      from taken t join keeper k using (account) left join signer s on s.unit_id = t.unit_id and s.signed_account <> t.account`,
  )
