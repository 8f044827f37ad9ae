import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createKept } from '#sandbox/national-portal/kept.ts'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { createProcesses, until } from './testing/processes.ts'
import { findFreePort } from './testing/served-platform.ts'

const root = join(import.meta.dirname, '..', '..')
const dossiers = 240
const filings = 8

let database: TestDatabase
let client: pg.Client
let directory: string
let port: number
const { start, kill, killAll } = createProcesses()

beforeAll(async () => {
  directory = makeTestDirectory('national')
  port = await findFreePort()
  database = await createTestDatabase(`platform ${dossiers} `, async (url) => {
    await install(url)
    await loadDemo(url, { dossiers })
  })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
}, 120_000)

afterAll(async () => {
  await killAll()
  await client.end()
  await database.drop()
  removeTestDirectory(directory)
})

const url = () => `http://127.0.0.1:${port}`
const kept = () => join(directory, 'kept.jsonl')

const startPortal = () => start(['node', 'sandbox/national-portal/main.ts', '--port', String(port), '--keep', kept()])
const startWorker = () =>
  start([join(root, 'lien-thong'), 'work'], {
    DATABASE_URL: database.url,
    DATA_DIRECTORY: directory,
    NATIONAL_PORTAL_URL: url(),
    NATIONAL_PORTAL_USERNAME: 'bacgiang',
    NATIONAL_PORTAL_PASSWORD: 'chi-de-chay-thu',
    NATIONAL_PORTAL_UNIT: '000.00.00.H02',
  })

/** Filed there by so many people, each with three papers. */
async function fileThere(count: number): Promise<void> {
  for (let order = 0; order < count; order += 1) {
    const serial = String(order).padStart(6, '0')
    const said = {
      ...sampleLicence(`G22.99-201123-${serial}`, url()),
      SoDinhDanh: `024190${serial}`,
      HoTen: 'Lương Thị Mận',
    }
    await fetch(`${url()}/dieu-khien/nop`, { method: 'POST', body: JSON.stringify(said) })
  }
}

const slow = (ms: number) =>
  until(() =>
    fetch(`${url()}/dieu-khien/loi`, { method: 'POST', body: JSON.stringify({ slowMs: ms }) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  )

const count = async (where: string): Promise<number> =>
  Number(
    (await client.query<{ count: string }>(`select count(*) from national_portal.delivery where ${where}`)).rows[0]
      ?.count,
  )

const filed = async (): Promise<number> =>
  Number(
    (await client.query<{ count: string }>(`select count(*) from national_portal.incoming where state = 'filed'`))
      .rows[0]?.count,
  )

test('killed on either side in the middle, both end with every dossier and every step, each once, also those filed there', async () => {
  let portal = startPortal()
  await slow(300)
  await fileThere(filings)
  let worker = startWorker()
  await until(async () => (await count(`state = 'accepted'`)) > 0 && (await count(`state = 'sending'`)) > 0)
  await kill(worker)
  worker = startWorker()
  await until(async () => (await count(`kind = 'progress' and state = 'accepted'`)) > 0)
  await kill(portal)
  portal = startPortal()
  await until(async () => (await filed()) === filings && (await count(`state in ('waiting', 'sending')`)) === 0)
  await kill(worker)
  await kill(portal)

  const { rows } = await client.query<{ code: string; steps: number }>(
    `select coalesce(i.code, d.code) as code, (select count(*)::int from workflow.task t where t.subject_id = d.id and not t.is_open and t.consult is null
        and t.closed_by_name is not null and t.result in ('completed', 'returned', 'rejected')) as steps
      from services.dossier d left join national_portal.incoming i on i.dossier_id = d.id where d.procedure_code ~ '^[0-9]'`,
  )
  const held = createKept(kept()).dossiers
  expect(await count(`state <> 'accepted'`)).toBe(0)
  expect(rows.length).toBeGreaterThan(200)
  // One dossier of each that was filed there, and it was told what became of it.
  const there = rows.filter(({ code }) => code.startsWith('G22.99'))
  expect(new Set(there.map(({ code }) => code)).size).toBe(filings)
  expect(there.every(({ code }) => held.get(code)?.statuses.at(-1)?.['TrangThai'] === '1')).toBe(true)
  expect(Object.fromEntries([...held].map(([code, { progress }]) => [code, progress.length]))).toEqual(
    Object.fromEntries(rows.map(({ code, steps }) => [code, steps])),
  )
}, 300_000)
