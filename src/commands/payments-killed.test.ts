import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { readKept } from '#sandbox/payment-platform/kept.ts'
import { answerOf, partner, secret, statementOf } from '#sandbox/payment-platform/ledger.ts'
import type { Ending } from '#sandbox/payment-platform/pay-page.ts'
import { demoAccess } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { createProcesses, until } from './testing/processes.ts'
import { findFreePort, isReady } from './testing/served-platform.ts'

/** Both sides are processes of their own and lose their lives in the middle: what was paid is there once, with one receipt. */

const root = join(import.meta.dirname, '..', '..')
const owed = 200_000
const endings = ['paid', 'paid', 'paid', 'lost', 'cancelled', 'differs', 'twice', 'paid'] as const satisfies Ending[]

let database: TestDatabase
let client: pg.Client
let directory: string
let ports: { platform: number; bank: number }
const { start, kill, killAll } = createProcesses()

beforeAll(async () => {
  directory = makeTestDirectory('paying')
  ports = { platform: await findFreePort(), bank: await findFreePort() }
  database = await createTestDatabase('platform 0 ', async (url) => {
    await install(url)
    await loadDemo(url, { dossiers: 0 })
  })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
}, 240_000)

afterAll(async () => {
  await killAll()
  await client.end()
  await database.drop()
  removeTestDirectory(directory)
})

const platformUrl = () => `http://127.0.0.1:${ports.platform}`
const bankUrl = () => `http://127.0.0.1:${ports.bank}`
const kept = () => join(directory, 'kept.json')

const startBank = () =>
  start([
    'node',
    'sandbox/payment-platform/main.ts',
    '--port',
    `${ports.bank}`,
    '--platform',
    platformUrl(),
    '--keep',
    kept(),
  ])

async function startPlatform(): Promise<ChildProcess> {
  const child = start([join(root, 'lien-thong'), 'serve', '--port', `${ports.platform}`], {
    DATABASE_URL: database.url,
    DATA_DIRECTORY: directory,
    ADMIN_PORT: '0',
    PAYMENT_INIT_URL: `${bankUrl()}/khoi-tao`,
    PAYMENT_CHECK_URL: `${bankUrl()}/truy-van`,
    PAYMENT_PAGES: bankUrl(),
    PAYMENT_PARTNER: partner,
    PAYMENT_SECRET: secret,
  })
  await until(() => isReady(platformUrl()))
  return child
}

const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query<Row & pg.QueryResultRow>(text, values)).rows

const post = (path: string, body: object, token?: string): Promise<Response> =>
  fetch(`${platformUrl()}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })

async function signIn(login: string): Promise<string> {
  const answer = await post('/api/identity/sign-in', { login, password: demoAccess.password })
  return ((await answer.json()) as { token: string }).token
}

/** What the citizen owes, as `services` writes it; answers the orders. */
const owe = (count: number) =>
  rows<{ id: string }>(
    `with made as (
       insert into payments.payment_order (id, reference, file_code, service_code, service_name, owner_id, collector_id, payer_id, payer_name, link, total, created_at)
       select gen_random_uuid(), 'killed ' || n, 'H02.17-201127-' || n, '2.000488', 'Làm lý lịch tư pháp', o.id, c.id, a.person_id, 'Thân Thị Bích Phượng',
         '/trang-cua-toi', $2, now()
       from generate_series(1, $1::int) n, directory.unit o, directory.unit c, identity.account a
       where o.code = 'STP' and c.code = 'TTPVHCC' and a.login = 'congdan' returning id, payer_id
     ), item as (
       insert into payments.item (order_id, position, code, name, amount) select id, 0, 'fee', '{"vi": "Phí", "en": "Fee"}', $2 from made
     ), reader as (insert into payments.order_reader (order_id, person_id) select id, payer_id from made)
     select id from made order by id`,
    [count, owed],
  )

const states = async (): Promise<string[]> =>
  (await rows<{ state: string }>(`select state from payments.attempt order by started_at`)).map(({ state }) => state)

/** A minute goes by: what a killed process held may be taken up by another. */
const leasesEnd = () => rows(`update payments.attempt set next_ask_at = now() where next_ask_at is not null`)

const callBack = (said: object): Promise<number> =>
  post('/nen-tang-thanh-toan/ket-qua', said).then(
    ({ status }) => status,
    () => 0,
  )

test('killed on either side in the middle of beginning and of ending payments: each counts once, receipts have no hole, both books agree', async () => {
  let bank = startBank()
  let platform = await startPlatform()
  const token = await signIn('congdan')
  const orders = await owe(endings.length)
  for (const { id } of orders) expect((await post(`/api/payments/orders/${id}/attempts`, {}, token)).status).toBe(200)

  // In the middle of telling the platform; then that is gone as well.
  await until(async () => (await states()).includes('pending'))
  await kill(platform)
  await kill(bank)
  platform = await startPlatform()
  await leasesEnd()
  await pause(300)
  bank = startBank()
  await until(async () => {
    await leasesEnd()
    return (await states()).every((state) => state === 'pending')
  })
  const attempts = await rows<{ reference: string; orderId: string }>(
    `select reference, order_id as "orderId" from payments.attempt order by order_id`,
  )
  expect(
    readKept(kept())
      .map(({ reference }) => reference)
      .toSorted(),
  ).toEqual(attempts.map(({ reference }) => reference).toSorted())

  // Payers pay, each in their way; the platform dies while it hears of it.
  const paying = attempts.map(({ reference }, at) =>
    fetch(`${bankUrl()}/tra/${reference}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'ket-thuc': endings[at] as string }),
    }).catch(() => {}),
  )
  await until(async () => (await states()).includes('paid'))
  await kill(platform)
  await Promise.all(paying)
  platform = await startPlatform()

  // Everything is said again, twenty times at once and in any order, with wrong ones among it, and the platform dies once more.
  const ended = readKept(kept())
  const said = ended.flatMap((one) =>
    (one.transactions.length > 0 ? one.transactions : ['']).map((code) => answerOf(one, code)),
  )
  const wave = said.flatMap((one) => Array.from({ length: 20 }, () => one))
  const flood = Promise.all(wave.toReversed().map(callBack))
  await pause(60)
  await kill(platform)
  await flood
  platform = await startPlatform()
  for (const one of said) await until(async () => (await callBack(one)) === 200)
  expect(new Set(await Promise.all(wave.map(callBack)))).toEqual(new Set([200]))
  const [first, other] = said as [Record<string, string>, Record<string, string>]
  for (const change of [{ SoTien: '1' }, { MaThamChieu: other['MaThamChieu'] }, { MaXacThuc: '0'.repeat(64) }])
    expect(await callBack({ ...first, ...change })).toBe(400)
  await leasesEnd()

  const after = await rows<{ state: string; receipts: number; back: number }>(
    `select o.state, (select count(*)::int from payments.receipt r where r.order_id = o.id) as receipts,
       coalesce((select sum(f.amount)::int from payments.refund f join payments.attempt a on a.id = f.attempt_id where a.order_id = o.id), 0) as back
     from payments.payment_order o order by o.id`,
  )
  const paid = { state: 'paid', receipts: 1, back: 0 }
  const due = { state: 'due', receipts: 0, back: 0 }
  const expected = {
    paid,
    lost: paid,
    cancelled: due,
    differs: { ...due, back: owed - 1000 },
    twice: { ...paid, back: owed },
  }
  expect(after).toEqual(endings.map((ending) => expected[ending]))
  const books = await rows<{ numbers: number[] }>(
    `select array_agg(number order by number) as numbers from payments.receipt group by book, year`,
  )
  for (const { numbers } of books) expect(numbers).toEqual(numbers.map((_, at) => at + 1))

  const accountant = await signIn('ketoan.tinh')
  await post('/api/payments/statements', { content: statementOf(ended) }, accountant)
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const compared = await fetch(`${platformUrl()}/api/payments/reconciliation?day=${day}`, {
    headers: { Authorization: `Bearer ${accountant}` },
  })
  const { compared: lines } = (await compared.json()) as { compared: { state: string }[] }
  expect(lines.length).toBe(ended.flatMap(({ transactions }) => transactions).length)
  expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['matched']))
}, 300_000)
