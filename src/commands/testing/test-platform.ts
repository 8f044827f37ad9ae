import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createTestDatabase } from '#kernel/testing/database.ts'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { startJobs } from '#kernel/jobs/start-jobs.ts'
import { demoPassword } from '../../demo/accounts.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { install } from '../install.ts'
import { startPlatform, type Platform } from '../start-platform.ts'

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
  readonly nobody: Visitor
  /** Signs in with the demo's password. */
  as(login: string): Promise<Visitor>
  /** Runs everything that events and listeners have to do, until nothing waits. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** The whole platform in process on a database of its own, with a small demo province; real HTTP semantics, no port. */
export async function startTestPlatform(options: { pages?: boolean; dossiers?: number } = {}): Promise<TestPlatform> {
  const dossiers = options.dossiers ?? 60
  const database = await createTestDatabase(`platform ${dossiers}`, async (url) => {
    await install(url)
    await loadDemo(url, { dossiers })
  })
  const directory = makeTestDirectory('platform')
  const config = readConfig({}, { dataDirectory: directory, publicUrl: 'http://localhost', databasePool: 6 })
  const log = createLog(process.env['TEST_LOG'] ?? 'silent')
  const platform = await startPlatform(config, database.url, log, { pages: options.pages ?? false })
  const jobs = await startJobs({ ...platform.runner, pool: platform.connection.pool }, platform.engines)
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
      return { status: response.status, body: isJson ? await response.json() : await response.arrayBuffer(), headers: response.headers }
    },
  })
  const nobody = visitor(undefined)
  return {
    platform,
    url: database.url,
    nobody,
    async as(login) {
      const { status, body } = await nobody.call('POST', '/identity/sign-in', { login, password: demoPassword })
      if (status !== 200) throw new Error(`cannot sign in as ${login}: ${JSON.stringify(body)}`)
      return visitor(body.token as string)
    },
    async settle() {
      const { pool } = platform.connection
      for (let quiet = 0; quiet < 2; ) {
        const { rows } = await pool.query<{ busy: number }>(
          `select (select count(*) from kernel.outbox) + (select count(*) from pgboss.job where name = 'events' and state in ('created', 'active', 'retry')) as busy`,
        )
        quiet = Number(rows[0]?.busy) === 0 ? quiet + 1 : 0
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
    },
    async stop() {
      await jobs.stop()
      await platform.close()
      await database.drop()
      removeTestDirectory(directory)
    },
  }
}
