import { connect, type Connection, type Queries } from '#kernel/database/connect.ts'
import { get, run, sql } from '#kernel/database/query.ts'
import type { ContentStore, StoredContent } from '#kernel/storage/content-store.ts'
import { createPrinter } from '#kernel/typst/printer.ts'
import { countAll } from '#engines/reporting/index.ts'
import { dossierTables, workTables, type CopiedTable } from './copied-tables.ts'
import { copyRows } from './copy-rows.ts'
import { withoutIndexes } from './indexes-aside.ts'
import { givePapers, planPapers } from './give-papers.ts'
import { leaveTrail, trailMonths } from './leave-trail.ts'
import { makePeople } from './make-people.ts'
import { keepSeries, planCopies } from './plan-copies.ts'
import { takeTime } from './take-time.ts'

/** Over so many years they are spread. */
const years = 10
/** So many dossiers for each person. */
const peopleShare = 4

interface Size {
  readonly dossiers: number
  readonly now: Date
}

/**
 * Grows the demo province to so many dossiers: each lives as one of those did that lived through their process, at another time, filed by
 * somebody else. Needs an account that may set foreign keys aside. Of one that fails nothing stays but people who filed nothing.
 */
export async function growDemo(url: string, store: ContentStore, { dossiers, now }: Size): Promise<void> {
  const [one, beside] = [connectToFill(url), connectToFill(url)]
  const { db } = one
  try {
    const { lived } = await get(db, sql<{ lived: number }>`select count(*)::int as lived from services.dossier`)
    if (lived === 0 || dossiers <= lived) return
    await db.transaction(async (tx) => {
      await takeTime(tx)
      await run(tx, sql`drop schema if exists growing cascade`)
      await run(tx, sql`create schema growing`)
      const likeEach = await makePeople(tx, Math.ceil((dossiers - lived) / peopleShare))
      await planCopies(tx, { dossiers, years, likeEach, now })
      await planPapers(tx)
      await makeParts(tx)
    })
    await fill(one, beside, dossiers - lived, await store.put(await printPaper()))
    await leaveTrail(db, beside.db)
    await takeTime(db)
    await run(db, sql`vacuum analyze`)
    await db.transaction(async (tx) => {
      await takeTime(tx)
      await countAll({ tx, now: () => now })
    })
    await run(db, sql`drop schema growing cascade`)
  } finally {
    await one.close()
    await beside.close()
  }
}

const connectToFill = (url: string): Connection => connect(url, { size: 1, name: 'lien-thong demo', silenceMs: 0 })

/** On two connections at once, as one core is busy with each; both keep what they wrote, or neither does. */
const fill = (one: Connection, beside: Connection, copies: number, paper: StoredContent): Promise<void> =>
  one.db.transaction((tx) =>
    beside.db.transaction(async (work) => {
      await takeTime(tx)
      await takeTime(work)
      await Promise.all([
        // The index of the search box is filled by its triggers.
        fillTables(tx, dossierTables, copies, ['services.dossier_search']).then(async () => {
          await closeDesks(tx)
          await keepSeries(tx)
        }),
        fillTables(work, workTables, copies).then(() =>
          withoutIndexes(work, ['files.file', 'services.dossier_paper'], () => givePapers(work, paper)),
        ),
      ])
    }),
  )

const fillTables = (
  tx: Queries,
  tables: readonly CopiedTable[],
  copies: number,
  beside: readonly string[] = [],
): Promise<void> =>
  withoutIndexes(tx, [...tables.map(({ table }) => table), ...beside], () => copyRows(tx, tables, copies))

async function printPaper(): Promise<Uint8Array> {
  const printer = createPrinter()
  try {
    return await printer.pdf('#set page(width: 105mm, height: 148mm)\n= Giấy tờ mẫu\nCủa một hồ sơ của tỉnh mẫu.', {})
  } finally {
    await printer.close()
  }
}

/** What is kept in parts by time has one for every year that a copy lived in, and for every month that the trail reaches back. */
const makeParts = (tx: Queries): Promise<number> =>
  run(
    tx,
    sql`select kernel.make_partition(parent, at) from kernel.partitioned,
      generate_series(case period when 'year' then (select min(filed_at) from growing.copy)
        else now() - make_interval(months => ${trailMonths}) end, now(), ('1 ' || period)::interval) as at`,
  )

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
