import { execFile } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { realpathSync, symlinkSync } from 'node:fs'
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
import { makeReadyDrafts, someCitizens } from './testing/ready-drafts.ts'
import { findFreePort, isReady, servePlatform, type ServedPlatform } from './testing/served-platform.ts'
import { smallPdf, startTestPlatform, type TestPlatform } from './testing/test-platform.ts'

const run = promisify(execFile)
const lienThong = join(import.meta.dirname, '..', '..', 'lien-thong')

/** What a citizen holds: the request that was answered, and the answer. */
interface Receipt {
  readonly token: string
  readonly draft: string
  readonly key: string
  readonly file: string
  readonly id: string
  readonly code: string
}

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
    { timeout: 240_000 },
    async () => {
      const load = new AbortController()
      onTestFinished(() => load.abort())
      const receipts: Receipt[] = []
      const working = Promise.all([
        ...tokens.map((token, order) => fileUntil(load.signal, token, waiting[order] as string[], receipts)),
        read('/api/services/procedures?text=hộ', load.signal),
        read('/api/services/my/dossiers', load.signal),
      ])
      // A client that was truly refused ends the test at once.
      const meanwhile = (wait: Promise<unknown>) => Promise.race([wait, working])
      // However busy the machine is, each kill meets clients that are at work.
      const workGoesOn = async (more: number) => {
        for (const until = receipts.length + more; receipts.length < until;) await meanwhile(pause(100))
      }
      for (let kill = 0; kill < 3; kill += 1) {
        await workGoesOn(1)
        await meanwhile(pause(randomInt(500, 2000)))
        await served.kill()
        await meanwhile(untilServed())
      }
      await workGoesOn(1)
      await meanwhile(pause(randomInt(500, 2000)))
      process.kill(postmaster()?.pid as number, 'SIGKILL')
      await meanwhile(pause(300))
      await meanwhile(untilServed())
      // Recovered is not enough: work goes on.
      await workGoesOn(6)
      load.abort()
      await working

      expect(starts).toBeGreaterThanOrEqual(4)
      expect(receipts.length).toBeGreaterThan(6)
      for (const receipt of receipts) {
        const again = await submit(receipt.token, receipt.draft, receipt.key)
        expect([again.status, again.body.code, again.replayed]).toEqual([200, receipt.code, 'true'])
        const file = await fetch(`${url}/files/${receipt.file}`, {
          headers: { Authorization: `Bearer ${receipt.token}` },
        })
        expect([file.status, (await file.bytes()).length > 300]).toEqual([200, true])
      }
      await expectKept(receipts)
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

  async function fileUntil(stop: AbortSignal, token: string, drafts: string[], receipts: Receipt[]) {
    while (!stop.aborted) {
      const draft = drafts.pop() as string
      const file = await persist(() => upload(token))
      await persist(() =>
        send(`/api/services/drafts/${draft}/papers`, token, { paper: 'certificate', fileId: file }, randomUUID()).then(
          accepted,
        ),
      )
      const key = randomUUID()
      const { id, code } = await persist(() => submit(token, draft, key).then(accepted))
      receipts.push({ token, draft, key, file, id, code })
    }
  }

  async function read(path: string, stop: AbortSignal) {
    while (!stop.aborted) {
      await persist(() =>
        fetch(url + path, { headers: { Authorization: `Bearer ${tokens[0]}` } }).then((answer) => answer.text()),
      )
      await pause(20)
    }
  }

  /** A file by tus, in one request; answers its id. */
  async function upload(token: string): Promise<string> {
    const bytes = smallPdf(randomUUID())
    const answer = await fetch(`${url}/uploads`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(bytes.length),
        'Upload-Metadata': `filename ${Buffer.from('bia-do.pdf').toString('base64')}`,
        'Content-Type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(bytes),
    })
    const text = await answer.text()
    if (answer.status !== 201) throw new Refused(answer.status, text)
    return (answer.headers.get('location') as string).split('/').at(-1) as string
  }

  const submit = (token: string, draft: string, key: string) =>
    send(`/api/services/drafts/${draft}/submission`, token, { declared: true }, key)

  async function send(path: string, token: string, body: unknown, key: string) {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    })
    return {
      status: answer.status,
      replayed: answer.headers.get('idempotency-replayed'),
      body: (await answer.json()) as { id: string; code: string },
    }
  }

  async function expectKept(receipts: readonly Receipt[]) {
    const { socketDirectory, port: at } = postmaster() as NonNullable<ReturnType<typeof postmaster>>
    const database = new pg.Client({ host: socketDirectory, port: at, user: 'lien_thong', database: 'lien_thong' })
    await database.connect()
    try {
      const { rows } = await database.query(
        `select d.id, d.code, (select count(*) from services.dossier_paper p where p.dossier_id = d.id) as papers,
            exists (select from services.dossier_paper p where p.dossier_id = d.id and p.file_id = r.file) as "hasFile",
            (select count(*) from audit.entry e where e.operation = 'services.submitDraft' and e.objects @> array['dossier:' || d.id]) as audited,
            (select count(*) from services.dossier_event v where v.dossier_id = d.id) as events,
            (select count(*) from workflow.task t where t.subject_id = d.id and t.is_open) as tasks
          from unnest($1::uuid[], $2::uuid[]) as r (id, file) join services.dossier d on d.id = r.id`,
        [receipts.map(({ id }) => id), receipts.map(({ file }) => file)],
      )
      const found = new Map(rows.map((row: { id: string }) => [row.id, row]))
      for (const { id, code } of receipts)
        expect(found.get(id)).toMatchObject({ code, hasFile: true, audited: 1, events: 1, tasks: 1 })
      // Every client goes on until it is answered, so whatever was filed has its receipt.
      const filed = await database.query(
        `select count(*) as count from services.dossier
          where filed_at >= (select min(filed_at) from services.dossier where id = any($1::uuid[]))`,
        [receipts.map(({ id }) => id)],
      )
      expect(filed.rows[0].count).toBe(receipts.length)
      expect(new Set(receipts.map(({ code }) => code)).size).toBe(receipts.length)
    } finally {
      await database.end()
    }
  }
})

class Refused extends Error {
  constructor(status: number, said: string) {
    super(`refused with ${status}: ${said.slice(0, 300)}`)
  }
}

/** Tries again as long as nobody answers or the answer is that it is too busy; a real refusal fails the test. */
async function persist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const patience = Date.now() + 90_000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > patience || (error instanceof Refused && !/with 5/.test(error.message))) throw error
      await pause(50)
    }
  }
}

function accepted<Body>(answer: { status: number; body: Body }): Body {
  if (answer.status !== 200) throw new Refused(answer.status, JSON.stringify(answer.body))
  return answer.body
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
