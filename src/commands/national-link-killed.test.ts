import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#kernel/testing/database.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createKept } from '#sandbox/national-portal/kept.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { install } from './install.ts'
import { findFreePort } from './testing/served-platform.ts'

const root = join(import.meta.dirname, '..', '..')
const dossiers = 400

let database: TestDatabase
let client: pg.Client
let directory: string
let port: number
const running = new Set<ChildProcess>()

beforeAll(async () => {
  directory = makeTestDirectory('national')
  port = await findFreePort()
  database = await createTestDatabase(`platform ${dossiers} `, async (url) => {
    await install(url)
    await loadDemo(url, { dossiers })
  })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
}, 60_000)

afterAll(async () => {
  await Promise.all([...running].map(kill))
  await client.end()
  await database.drop()
  removeTestDirectory(directory)
})

const kept = () => join(directory, 'kept.jsonl')

function start(command: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const [file, ...args] = command
  const child = spawn(file as string, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'ignore',
  })
  running.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const startPortal = () => start(['node', 'sandbox/national-portal/main.ts', '--port', String(port), '--keep', kept()])
const startWorker = () =>
  start([join(root, 'lien-thong'), 'work'], {
    DATABASE_URL: database.url,
    DATA_DIRECTORY: directory,
    NATIONAL_PORTAL_URL: `http://127.0.0.1:${port}`,
    NATIONAL_PORTAL_USERNAME: 'bacgiang',
    NATIONAL_PORTAL_PASSWORD: 'chi-de-chay-thu',
    NATIONAL_PORTAL_UNIT: '000.00.00.H02',
  })

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await what())) await pause(100)
}

const slow = (ms: number) =>
  until(() =>
    fetch(`http://127.0.0.1:${port}/dieu-khien/loi`, { method: 'POST', body: JSON.stringify({ slowMs: ms }) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  )

const count = async (where: string): Promise<number> =>
  Number(
    (await client.query<{ count: string }>(`select count(*) from national_portal.delivery where ${where}`)).rows[0]
      ?.count,
  )

test('killed on either side in the middle, both end with every dossier and every step, each once and as it is', async () => {
  let portal = startPortal()
  await slow(300)
  let worker = startWorker()
  await until(async () => (await count(`state = 'accepted'`)) > 0 && (await count(`state = 'sending'`)) > 0)
  await kill(worker)
  worker = startWorker()
  await until(async () => (await count(`kind = 'progress' and state = 'accepted'`)) > 0)
  await kill(portal)
  portal = startPortal()
  await until(async () => (await count(`state in ('waiting', 'sending')`)) === 0)
  await kill(worker)
  await kill(portal)

  const { rows } = await client.query<{ code: string; steps: number }>(
    `select d.code, (select count(*)::int from workflow.task t where t.subject_id = d.id and not t.is_open and t.consult is null
        and t.closed_by_name is not null and t.result in ('completed', 'returned', 'rejected')) as steps
      from services.dossier d where d.procedure_code ~ '^[0-9]'`,
  )
  const held = createKept(kept()).dossiers
  expect(await count(`state <> 'accepted'`)).toBe(0)
  expect(rows.length).toBeGreaterThan(300)
  expect([...held].map(([code, { progress }]) => [code, progress.length]).toSorted()).toEqual(
    rows.map(({ code, steps }) => [code, steps]).toSorted(),
  )
}, 120_000)
