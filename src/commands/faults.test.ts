import { execFile } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { realpathSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startSession } from '#engines/identity/index.ts'
import { connect, type Connection } from '#kernel/database/connect.ts'
import { findPostmaster, stopPostmaster } from '#kernel/postgres/postmaster.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { startFiling, type Receipt } from './testing/filing-load.ts'
import { findLosses, type Examined } from './testing/find-losses.ts'
import { makeReadyDrafts, someCitizens } from './testing/ready-drafts.ts'
import { findFreePort, isReady, servePlatform, type ServedPlatform } from './testing/served-platform.ts'
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

const run = promisify(execFile)
const lienThong = join(import.meta.dirname, '..', '..', 'lien-thong')

describe('when processes are killed under load', () => {
  const dataDirectory = makeTestDirectory('faults')
  const databaseDirectory = makeTestDirectory('faults-database')
  const environment = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    DATA_DIRECTORY: dataDirectory,
    ADMIN_PORT: '0',
  }
  const cluster = () => join(realpathSync(join(dataDirectory, 'postgres')), 'cluster')
  const postmaster = () => findPostmaster(cluster())
  const over = new AbortController()
  let port = 0
  let url = ''
  let served: ServedPlatform
  let supervised: Promise<void>
  let waiting: string[][] = []
  let tokens: string[] = []
  let starts = 0

  beforeAll(async () => {
    // A test directory of its own for the server, so that the next run finds and stops one that this run leaves behind.
    symlinkSync(databaseDirectory, join(dataDirectory, 'postgres'))
    await run(lienThong, ['demo', '--dossiers', '150'], { env: environment })
    ;({ waiting, tokens } = await prepare())
    port = await findFreePort()
    url = `http://127.0.0.1:${port}`
    supervised = supervise()
    await untilServed()
  }, 60_000)

  afterAll(async () => {
    over.abort()
    await served?.stop()
    await supervised
    const left = postmaster()
    if (left) await stopPostmaster(cluster(), left.pid)
    removeTestDirectory(dataDirectory)
    removeTestDirectory(databaseDirectory)
  }, 30_000)

  it(
    'keeps every receipt that was given, does nothing twice, and comes back by itself',
    { timeout: 540_000 },
    async () => {
      const since = new Date()
      const load = startFiling({
        url,
        clients: tokens.map((token, at) => ({ token, drafts: waiting[at] as string[] })),
      })
      const reading = new AbortController()
      onTestFinished(() => reading.abort())
      const readers = Promise.all(
        ['/api/services/procedures?text=hộ', '/api/services/my/dossiers'].map((path) => read(path, reading.signal)),
      )
      // However busy the machine is, each kill meets clients that are at work.
      for (let kill = 0; kill < 3; kill += 1) {
        await load.goOn(1)
        await pause(randomInt(500, 2000))
        await served.kill()
        await untilServed()
      }
      await load.goOn(1)
      await pause(randomInt(500, 2000))
      process.kill(postmaster()?.pid as number, 'SIGKILL')
      await pause(300)
      await untilServed()
      // Recovered is not enough: work goes on.
      await load.goOn(6)
      reading.abort()
      await Promise.all([load.stop(), readers])

      expect(starts).toBeGreaterThanOrEqual(4)
      expect(load.refusals).toEqual([])
      expect(load.receipts.length).toBeGreaterThan(6)
      const database = await connectPast()
      try {
        const examined = { client: database, receipts: load.receipts, since, url, files: join(dataDirectory, 'files') }
        expect(await findLosses(examined)).toEqual([])
        await expectTamperingFound(examined)
      } finally {
        await database.end()
      }
      const { stdout } = await run(lienThong, ['audit', 'verify', '--json'], { env: environment })
      expect(JSON.parse(stdout)).toMatchObject({ ok: true })
    },
  )

  /** Sessions and drafts for six citizens; the one paper that each client sends itself is left out. */
  async function prepare() {
    const server = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') })
    const connection = connect(server.url, { size: 2 })
    const citizens = await someCitizens(connection.pool, 6)
    const made = await makeReadyDrafts(connection.pool, 3000, citizens, ['certificate'])
    const sessions: string[] = []
    for (const id of citizens)
      sessions.push((await startSession(connection.db, { id, kind: 'citizen' }, new Date(), {})).token)
    await connection.close()
    await server.stop()
    return { waiting: made, tokens: sessions }
  }

  /** What a service manager does: starts it again whenever it ends. */
  async function supervise() {
    while (!over.signal.aborted) {
      starts += 1
      served = servePlatform({ dataDirectory, port })
      await served.ended
    }
  }

  async function untilServed() {
    for (let waited = 0; !(await isReady(url)); waited += 50) {
      if (waited > 30_000) throw new Error('the service did not come back')
      await pause(50)
    }
  }

  async function read(path: string, stop: AbortSignal) {
    while (!stop.aborted) {
      await fetch(url + path, { headers: { Authorization: `Bearer ${tokens[0]}` } }).then(
        (answer) => answer.text(),
        () => {},
      )
      await pause(20)
    }
  }

  const connectPast = async () => {
    const { socketDirectory, port: at } = postmaster() as NonNullable<ReturnType<typeof postmaster>>
    const client = new pg.Client({ host: socketDirectory, port: at, user: 'lien_thong', database: 'lien_thong' })
    await client.connect()
    return client
  }
})

/** Whoever looks would see each kind of loss. */
async function expectTamperingFound(examined: Examined) {
  const [one, other] = examined.receipts as [Receipt, Receipt]
  const look = (receipts: readonly Receipt[]) => findLosses({ ...examined, receipts, settleMs: 0 })
  const others = examined.receipts.slice(1)
  expect(await look(others)).toEqual([`${one.code} was filed and nobody has its receipt`])
  expect(await look([...others, { ...one, id: randomUUID() }])).toContain(`${one.code} was acknowledged and is gone`)
  expect(await look([...others, { ...one, sha256: other.sha256 }])).toHaveLength(1)
  expect(await look([...others, { ...one, file: other.file }])).not.toEqual([])

  const path = join(examined.files, one.sha256.slice(0, 2), one.sha256.slice(2, 4), one.sha256)
  renameSync(path, `${path}.gone`)
  expect(
    (await look(examined.receipts)).some((line) => line.startsWith(`content ${one.sha256} is not in the store`)),
  ).toBe(true)
  renameSync(`${path}.gone`, path)

  const { client } = examined
  const undone = async (change: string) => {
    await client.query('begin')
    // Past the checks of the server, as a damaged disk would be.
    await client.query(`set local session_replication_role = replica`)
    await client.query(change)
    const found = await look(examined.receipts)
    await client.query('rollback')
    return found
  }
  const link = `/trang-cua-toi/ho-so/${one.id}`
  expect(
    await undone(
      `insert into notification.message (id, person_id, kind, words, link, dedupe, at, account_kind)
        select gen_random_uuid(), person_id, kind, words, link, 'again', at, account_kind from notification.message where link = '${link}' and kind = 'dossier.filed'`,
    ),
  ).toContain(`${link} was told 2 times`)
  expect(await undone(`delete from notification.message where link = '${link}'`)).toContain(`${one.code}: told is 0`)
  expect(await undone(`delete from services.dossier_event where dossier_id = '${one.id}'`)).toContain(
    `${one.code}: events is 0`,
  )
  expect((await undone(`delete from services.dossier where id = '${one.id}'`)).join('\n')).toMatch(
    /is gone[^]*point nowhere by/,
  )
  // Last: whoever asks under another key has it done again.
  expect(await look([...others, { ...one, key: randomUUID() }])).not.toEqual([])
}

describe('one citizen, one request', () => {
  let tested: TestPlatform
  let database: Connection
  let waiting: string[]

  beforeAll(async () => {
    tested = await startTestPlatform()
    database = connect(tested.url, { size: 2, name: 'test' })
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from identity.account where login = 'congdan'`,
    )
    const made = await makeReadyDrafts(database.pool, 40, [rows[0]?.id as string])
    waiting = made[0] as string[]
  })

  afterAll(async () => {
    await database?.close()
    await tested?.stop()
  })

  const filedSince = async (before: number) =>
    Number((await database.pool.query('select count(*) as count from services.dossier')).rows[0].count) - before

  it('files one dossier when the button is pressed twice', async () => {
    const before = await filedSince(0)
    const citizen = await tested.as('congdan')
    const path = `/services/drafts/${waiting.pop()}/submission`
    const key = { 'Idempotency-Key': randomUUID() }
    const [one, other] = await Promise.all([1, 2].map(() => citizen.call('POST', path, { declared: true }, key)))
    expect([one?.status, other?.status]).toEqual([200, 200])
    expect(other?.body).toEqual(one?.body)
    expect([one, other].filter((answer) => answer?.headers.get('idempotency-replayed') === 'true')).toHaveLength(1)
    expect(await filedSince(before)).toBe(1)
  })

  it('answers 503 or done when its database connection is cut, and never loses what it answered', async () => {
    const before = await filedSince(0)
    const citizen = await tested.as('congdan')
    const cutting = new AbortController()
    const cut = (async () => {
      while (!cutting.signal.aborted) {
        await database.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lien-thong' and datname = current_database()`,
        )
        await pause(randomInt(1, 60))
      }
    })()
    onTestFinished(() => cutting.abort())
    const filed = waiting.splice(0, 24)
    const first: number[] = []
    const codes = await Promise.all(
      filed.map(async (draft) => {
        const key = { 'Idempotency-Key': randomUUID() }
        for (let tries = 0; ; tries += 1) {
          const answer = await citizen.call('POST', `/services/drafts/${draft}/submission`, { declared: true }, key)
          if (tries === 0) first.push(answer.status)
          if (answer.status === 200) return answer.body.code as string
          expect(answer.status).toBe(503)
          if (tries === 20) cutting.abort()
          await pause(randomInt(5, 50))
        }
      }),
    )
    cutting.abort()
    await cut
    expect(first).toContain(503)
    expect(new Set(codes).size).toBe(filed.length)
    const { rows } = await database.pool.query('select count(*) as count from services.dossier where code = any($1)', [
      codes,
    ])
    expect(Number(rows[0].count)).toBe(filed.length)
    expect(await filedSince(before)).toBe(filed.length)
  })
})
