import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, workingRole, type Connection } from '#kernel/database/connect.ts'
import { rows, sql, type Fragment } from '#kernel/database/query.ts'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { bookOf } from '#engines/directory/index.ts'
import { duesOfDossiers } from '#engines/services/index.ts'
import { addDays, dateAt } from '#values/plain-date.ts'
import { install } from '../../commands/install.ts'
import { loadDemo } from '../load-demo.ts'

/** The money of the demo province is kept as the engine keeps it: nothing is paid without a receipt, no number is missing, desks and statements add up. */

const now = new Date('2026-11-26T09:30:00Z')
let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await createTestDatabase('installed', (url) => install(url).then(() => {}))
  await loadDemo(database.url, { dossiers: 2500, now })
  connection = connect(database.url, { size: 2, role: workingRole })
}, 180_000)
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

const found = <Row>(query: Fragment): Promise<Row[]> => rows(connection.db, query as ReturnType<typeof sql<Row>>)
const none = async (query: Fragment) => expect(await found(query)).toEqual([])

test('whoever has fetched a result has paid, with a receipt', async () => {
  const delivered = await found<{ id: string }>(sql`select id from services.dossier where delivered_at is not null`)
  expect(delivered.length).toBeGreaterThan(1000)
  const dues = await duesOfDossiers(
    connection.db,
    delivered.map(({ id }) => id),
  )
  const owed = [...dues.values()].flat()
  expect(owed.length).toBeGreaterThan(500)
  expect(owed.filter((due) => due.paidAt === null)).toEqual([])
  expect(owed.filter(({ receiptNumber }) => !/^\d{7}$/.test(receiptNumber ?? ''))).toEqual([])
})

test('every way of paying is there, and money that goes back, notices, exemptions', async () => {
  const kinds = await found<{ kind: string }>(sql`
    select distinct method as kind from payments.attempt where state = 'paid' union select 'failed' from payments.attempt where state = 'failed'
    union select cause from payments.refund union select 'void' from payments.receipt where voided_at is not null
    union select 'owed back' from payments.refund where decided_at is null
    union select 'waived' from payments.waiver union select state from services.fee_exemption
    union select 'notice ' || o.state from services.obligation n join payments.payment_order o on o.reference = 'dossier ' || n.dossier_id || ' obligation-' || n.id`)
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'cash',
      'transfer',
      'online',
      'failed',
      'charged-twice',
      'decided',
      'owed back',
      'void',
      'waived',
      'granted',
      'refused',
      'asked',
      'notice paid',
      'notice due',
    ]),
  )
})

test('a book has every number once from 1 in the order of issue, and goes on where it stopped', async () => {
  await none(sql`select 1 from (select number, row_number() over (partition by book, year order by issued_at, number) as place from payments.receipt) r
    where number <> place`)
  await none(sql`select r.book from payments.receipt r left join numbering.series s on s.book = r.book and s.period = r.year::text
    group by r.book, r.year, s.next having s.next is distinct from max(r.number) + 1`)
  const books = await found<{ unitId: string; book: string }>(sql`select distinct unit_id, book from payments.receipt`)
  for (const { unitId, book } of books.slice(0, 40))
    expect(book).toBe(`fee receipt ${(await bookOf(connection.db, unitId, dateAt(now))).byId}`)
})

test('an order that is paid has one receipt that holds, over all that was received; no other order has one', async () => {
  await none(sql`select o.id from payments.payment_order o left join payments.receipt r on r.order_id = o.id and r.voided_at is null
    left join payments.attempt a on a.id = r.attempt_id
    where (o.state = 'paid') <> (r.id is not null) or r.amount <> o.total or a.received <> o.total or a.settled_at <> o.paid_at or o.created_at > o.paid_at`)
  await none(
    sql`select o.id from payments.payment_order o join payments.item i on i.order_id = o.id group by o.id having sum(i.amount) <> o.total`,
  )
  await none(
    sql`select o.id from payments.payment_order o left join services.dossier d on 'dossier ' || d.id = substring(o.reference from 1 for 44) where d.id is null`,
  )
  await none(
    sql`select f.id from payments.refund f join payments.attempt a on a.id = f.attempt_id where f.amount > a.received`,
  )
})

test('a desk is closed over what was taken there that day, by whoever took it, and never signed off by them', async () => {
  const [count] = await found<{
    closed: number
    signed: number
    open: number
  }>(sql`select count(*)::int as closed, count(signed_at)::int as signed,
    (select count(*)::int from payments.attempt where method <> 'online' and closing_id is null) as open from payments.desk_closing`)
  expect(count?.signed).toBeGreaterThan(20)
  expect(count?.open).toBeGreaterThan(0)
  await none(sql`select c.id from payments.desk_closing c left join payments.attempt a on a.closing_id = c.id
    group by c.id having c.taken <> count(a.id) or c.cash <> coalesce(sum(a.received) filter (where a.method = 'cash'), 0)
      or c.transfer <> coalesce(sum(a.received) filter (where a.method = 'transfer'), 0) or c.closed_at < max(a.settled_at)
      or bool_or(a.taken_by <> c.account) or bool_or((a.settled_at at time zone 'Asia/Ho_Chi_Minh')::date <> c.day)`)
  await none(sql`select a.id from payments.attempt a where a.method <> 'online' and a.closing_id is null
    and (a.settled_at at time zone 'Asia/Ho_Chi_Minh')::date < ${dateAt(now)}`)
})

test('the statement has what came online until yesterday, what came twice twice, but for one line of each counter that its accountant has to find', async () => {
  const missing = await found<{ day: string; counter: string }>(sql`
    with ours as (
      select order_id, reference, transaction_code as code, received as amount, settled_at from payments.attempt where method = 'online' and state = 'paid'
      union all select a.order_id, a.reference, substring(f.about from 13), f.amount, f.owed_at from payments.refund f
      join payments.attempt a on a.id = f.attempt_id where f.cause = 'charged-twice'
    ) select (settled_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, o.collector_id as counter from ours
      join payments.payment_order o on o.id = ours.order_id
      left join payments.statement_line l on l.reference = ours.reference and l.transaction_code = ours.code and l.amount = ours.amount
      where l.reference is null and (settled_at at time zone 'Asia/Ho_Chi_Minh')::date < ${dateAt(now)}`)
  expect(new Set(missing.map(({ counter }) => counter)).size).toBe(missing.length)
  const centre = await found<{ id: string }>(sql`select id from directory.unit where code = 'TTPVHCC'`)
  const ofCentre = missing.find(({ counter }) => counter === centre[0]?.id)
  expect((ofCentre?.day ?? '') >= addDays(dateAt(now), -14)).toBe(true)
  expect(missing.length).toBeGreaterThan(5)
})

test('nothing of it is said to happen that is still to come', () =>
  none(sql`select 'attempt' as what from payments.attempt where settled_at > ${now} union all select 'closing' from payments.desk_closing where greatest(closed_at, signed_at) > ${now}
    union all select 'receipt' from payments.receipt where greatest(issued_at, voided_at) > ${now}
    union all select 'refund' from payments.refund where greatest(owed_at, decided_at, returned_at) > ${now}
    union all select 'statement' from payments.statement_line where brought_at > ${now}
    union all select 'waiver' from payments.waiver where at > ${now}`))
