import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { readConfig, type Config } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import type { Engine } from '#kernel/operations/engine.ts'
import type { Organization } from '#engines/directory/declare.ts'
import { startSession } from '#engines/identity/index.ts'
import { dateAt } from '#values/plain-date.ts'
import { demoPassword } from '../../demo/accounts.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { install } from '../install.ts'
import { startPlatform, type Platform } from '../start-platform.ts'
import { settleEvents } from './settle-events.ts'

export interface Visitor {
  /** Calls an operation over HTTP as this account. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  readonly token: string | undefined
}

export interface Answer {
  readonly status: number
  // Tests read deep into answers; every wrong step fails the test.
  readonly body: any // eslint-disable-line typescript/no-explicit-any
  readonly headers: Headers
}

export interface TestPlatform {
  readonly platform: Platform
  readonly url: string
  /** Its data directory. */
  readonly directory: string
  readonly nobody: Visitor
  /** Signs in with the demo's password. */
  as(login: string): Promise<Visitor>
  /** Whoever holds this token. */
  withToken(token: string): Visitor
  /** Signs in an account without its password. */
  asAccount(account: { readonly id: string; readonly kind: 'staff' | 'citizen' }): Promise<Visitor>
  /** Signs in whoever holds a post, by the key of the post or of its function. */
  asHolderOf(key: number): Promise<Visitor>
  /** Looks into the database, past the platform. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Stores a small real PDF as this visitor's upload; answers the file's id. */
  upload(who: Visitor, name?: string): Promise<string>
  /** Runs everything that events and listeners have to do, until nothing waits. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Without what has an hour of its own: no test is another at night. A test that needs such work has it run by `runJob`. */
const atAnyHour = (engine: Engine): Engine => ({
  ...engine,
  jobs: engine.jobs?.filter(({ schedule }) => schedule.split(' ')[1] === '*') ?? [],
})

/**
 * The whole platform in process on a database of its own, with a small demo province; real HTTP semantics, no port.
 * `publicUrl` is the address that links and QR codes give, for tests that put it behind a port; `now` the clock it goes by, `clamdUrl` the virus scanner, `organization` another than the declared one, `settings` what
 * else is configured, `environment` the variables it is set up by.
 */
export async function startTestPlatform(
  options: {
    pages?: boolean
    dossiers?: number
    publicUrl?: string
    now?: () => Date
    clamdUrl?: string | undefined
    organization?: Organization
    settings?: Partial<Config>
    environment?: Readonly<Record<string, string>> | undefined
    /** How late the event loop is said to be; never, otherwise. */
    loopDelayMs?: () => number
    /** Is given every line that the platform logs. */
    onLog?: (line: string) => void
  } = {},
): Promise<TestPlatform> {
  const dossiers = options.dossiers ?? 60
  const { organization } = options
  const database = await createTestDatabase(`platform ${dossiers} ${organization?.id ?? ''}`, async (url) => {
    await install(url, undefined, organization)
    await loadDemo(url, { dossiers, ...(organization && { organization }) })
  })
  const directory = makeTestDirectory('platform')
  const config = readConfig(options.environment ?? {}, {
    dataDirectory: directory,
    publicUrl: options.publicUrl ?? 'http://localhost',
    databasePool: 6,
    // However busy the machine is, only tests of overload are turned away.
    requestsAtOnce: 1000,
    clamdUrl: options.clamdUrl,
    ...options.settings,
  })
  const { onLog } = options
  /** What went wrong inside, which an answer does not say. */
  const troubles: string[] = []
  const shown = process.env['TEST_LOG']
  const log = onLog
    ? createLog('trace', { write: onLog })
    : createLog(shown ?? 'warn', shown ? undefined : { write: (line) => void troubles.push(line) })
  const platform = await startPlatform(config, database.url, log, {
    pages: options.pages ?? false,
    loopDelayMs: options.loopDelayMs ?? (() => 0),
    ...(options.now && { now: options.now }),
  })
  const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines.map(atAnyHour))
  const visitor = (token: string | undefined): Visitor => ({
    token,
    async call(method, path, body, headers = {}) {
      const response = await platform.app.request(`http://localhost/api${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const isJson = response.headers.get('content-type')?.includes('json') ?? false
      return {
        status: response.status,
        body: isJson ? await response.json() : await response.arrayBuffer(),
        headers: response.headers,
      }
    },
  })
  const nobody = visitor(undefined)
  const asAccount: TestPlatform['asAccount'] = async (account) =>
    visitor((await startSession(platform.connection.db, account, platform.runner.now(), {})).token)
  return {
    platform,
    url: database.url,
    directory,
    nobody,
    async as(login) {
      const { status, body } = await nobody.call('POST', '/identity/sign-in', { login, password: demoPassword })
      if (status !== 200) throw new Error(`cannot sign in as ${login}: ${JSON.stringify(body)}`)
      return visitor(body.token as string)
    },
    withToken: visitor,
    asAccount,
    async asHolderOf(key) {
      const { rows } = await platform.connection.pool.query<{ id: string }>(
        `select acc.id from directory.principal q
           join directory.post p on p.id = q.post_id or (q.kind = 'function' and p.unit_id = q.unit_id and p.function = q.function)
           join directory.appointment a on a.post_id = p.id and (a.valid_to is null or a.valid_to > $2)
           join identity.account acc on acc.person_id = a.person_id and acc.kind = 'staff'
         where q.key = $1 order by p.key limit 1`,
        [key, dateAt(platform.runner.now())],
      )
      const id = rows[0]?.id
      if (id === undefined) throw new Error(`nobody holds ${key}`)
      return asAccount({ id, kind: 'staff' })
    },
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await platform.connection.pool.query<Row>(text, [...values])).rows,
    async upload(who, name = 'giay-to.pdf') {
      const bytes = smallPdf()
      const headers = { Authorization: `Bearer ${who.token}`, 'Tus-Resumable': '1.0.0' }
      const notTaken = async (answer: Response) =>
        new Error(`upload: ${answer.status} ${await answer.text()} ${troubles.slice(-3).join('')}`)
      const created = await platform.app.request('http://localhost/uploads', {
        method: 'POST',
        headers: {
          ...headers,
          'Upload-Length': String(bytes.length),
          'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')},filetype ${btoa('application/pdf')}`,
        },
      })
      const location = created.headers.get('location')
      if (created.status !== 201 || location === null) throw await notTaken(created)
      const sent = await platform.app.request(new URL(location, 'http://localhost'), {
        method: 'PATCH',
        headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
        body: bytes,
      })
      if (sent.status !== 204) throw await notTaken(sent)
      return location.split('/').at(-1) as string
    },
    settle: () => settleEvents(platform.connection.pool),
    async stop() {
      await jobs.stop()
      await platform.close()
      await database.drop()
      removeTestDirectory(directory)
    },
  }
}

/** A whole PDF of one empty page with a right cross-reference table. */
export function smallPdf(text = 'trang'): Buffer<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>`,
    `<< /Title (${text}) >>`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}
