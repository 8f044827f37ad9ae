import { randomInt } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findPostmaster } from '#kernel/postgres/postmaster.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { makeTestDirectory, removeDeadDirectories, removeTestDirectory } from './directory.ts'

/** The server of one test run. Every database of the run is called `test_<run>_…`. */
export interface TestServer {
  readonly url: string
  readonly run: number
  /** Drops every database of the run and, if it is ours, the server. */
  end(): Promise<void>
}

/** Any constant, the first half of an advisory lock whose second half is the run. */
const runIsAlive = 724_003

/** Starts a throwaway PostgreSQL in the temporary folder, or uses the given server; clears what killed runs left. */
export async function startTestServer(given: string | undefined): Promise<TestServer> {
  await removeDeadDirectories()
  const server = given ? { url: given, stop: async () => {} } : await startThrowaway()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await dropDeadRuns(client)
  const run = randomInt(1, 2 ** 31)
  await client.query('select pg_advisory_lock($1, $2)', [runIsAlive, run])
  const end = async () => {
    await dropDatabases(client, run)
    await client.end()
    await server.stop()
  }
  return { url: server.url, run, end }
}

async function startThrowaway(): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = makeTestDirectory()
  const server = await startEmbeddedPostgres({ directory, lasting: false })
  const abandon = () => abandonServer(directory)
  // Vitest leaves without teardown on Ctrl-C.
  process.once('exit', abandon)
  const stop = async () => {
    process.off('exit', abandon)
    await server.stop()
    removeTestDirectory(directory)
  }
  return { url: server.url, stop }
}

/** What can be done at the last moment, without waiting; the next run removes what is left. */
function abandonServer(directory: string): void {
  try {
    const postmaster = findPostmaster(join(realpathSync(directory), 'cluster'))
    if (postmaster) process.kill(postmaster.pid, 'SIGQUIT')
    removeTestDirectory(directory)
  } catch {
    // Files that PostgreSQL still writes.
  }
}

async function dropDeadRuns(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ run: number }>(
    `select distinct substring(datname from '^test_(\\d+)_')::int as run from pg_database where datname ~ '^test_\\d+_'`,
  )
  for (const { run } of rows) {
    const taken = await client.query<{ dead: boolean }>('select pg_try_advisory_lock($1, $2) as dead', [
      runIsAlive,
      run,
    ])
    if (!taken.rows[0]?.dead) continue
    await dropDatabases(client, run)
    await client.query('select pg_advisory_unlock($1, $2)', [runIsAlive, run])
  }
}

async function dropDatabases(client: pg.Client, run: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [`test_${run}_`],
  )
  for (const { name } of rows) {
    await client.query(`alter database ${name} is_template false`)
    await client.query(`drop database if exists ${name} with (force)`)
  }
}
