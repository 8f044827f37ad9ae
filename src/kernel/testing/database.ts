import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; run: number }
  }
}

export interface TestDatabase {
  readonly url: string
  /** Drops it, cutting off whoever is still connected. Optional: the end of the run drops what is left. */
  drop(): Promise<void>
}

/** Any constant. One for all templates: migrations also make roles, which databases of a server share. */
const buildingTemplate = 724_004

/**
 * Makes a database of the caller's own (about 50 ms): a copy of a template that `migrate` fills once in a test run for each
 * `key`, whichever test file comes first. The key names the content, so two different migrations need two keys.
 */
export async function createTestDatabase(key: string, migrate: (url: string) => Promise<void>): Promise<TestDatabase> {
  const { url, run } = inject('testServer')
  const template = `test_${run}_template_${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  const name = `test_${run}_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await withServer(url, async (server) => {
    await server.query('select pg_advisory_lock($1)', [buildingTemplate])
    if (!(await isComplete(server, template))) await build(server, template, () => migrate(urlOf(url, template)))
    await server.query('select pg_advisory_unlock($1)', [buildingTemplate])
    await server.query(`create database ${name} template ${template}`)
  })
  const drop = () =>
    withServer(url, async (server) => void (await server.query(`drop database if exists ${name} with (force)`)))
  return { url: urlOf(url, name), drop }
}

async function withServer(url: string, work: (server: pg.Client) => Promise<void>): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await work(server)
  } finally {
    // The end of the session also gives its advisory lock back.
    await server.end()
  }
}

async function isComplete(server: pg.Client, template: string): Promise<boolean> {
  const found = await server.query('select from pg_database where datname = $1 and datistemplate', [template])
  return found.rowCount === 1
}

async function build(server: pg.Client, template: string, migrate: () => Promise<void>): Promise<void> {
  // A half-filled one, of a test process that was killed, is not marked as a template.
  await server.query(`drop database if exists ${template} with (force)`)
  await server.query(`create database ${template}`)
  await migrate()
  // Nobody may connect: a database that is in use cannot be copied.
  await server.query(`alter database ${template} with is_template true allow_connections false`)
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
