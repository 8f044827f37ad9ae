import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#kernel/config.ts'
import { connect, workingRole, type Connection } from '#kernel/database/connect.ts'
import { findPostmaster, stopPostmaster } from '#kernel/postgres/postmaster.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { startSession } from '#engines/identity/session.ts'
import { install } from '#commands/install.ts'
import { buildPages, isBuilt } from '#commands/load-pages.ts'
import { findFreePort, servePlatform, type ServedPlatform } from '#commands/testing/served-platform.ts'
import { loadDemo } from '#demo/load-demo.ts'

/** Everything here is durable as in production: fsync on, the embedded PostgreSQL with the platform's own settings. */
export interface Installation {
  readonly dataDirectory: string
  /** As the superuser of the embedded PostgreSQL. */
  readonly databaseUrl: string
  /** As the role that the platform works as. */
  readonly connection: Connection
  /** The process id of its PostgreSQL. */
  postmaster(): number
  /** Serves it; `before` is put before the command. */
  serve(before?: readonly string[]): Promise<ServedPlatform>
  /** A session of an account, as signing in would start it. */
  tokenOf(accountId: string, at?: Date): Promise<string>
}

const made: string[] = []

/** An empty data directory in the temporary folder; it goes when the run ends. */
export function makeDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lien-thong-bench-'))
  // The account under which PostgreSQL runs, when we are root, must get in.
  chmodSync(directory, 0o755)
  made.push(directory)
  return directory
}

const clusterOf = (dataDirectory: string): string => join(realpathSync(join(dataDirectory, 'postgres')), 'cluster')

/** Stops what is left running in the directories of this run and removes them. */
export async function removeDataDirectories(): Promise<void> {
  for (const directory of made.splice(0)) {
    if (existsSync(join(directory, 'postgres'))) {
      const cluster = clusterOf(directory)
      const postmaster = findPostmaster(cluster)
      if (postmaster) await stopPostmaster(cluster, postmaster.pid)
    }
    rmSync(directory, { recursive: true, force: true })
  }
}

let known: Promise<Installation> | undefined

/** The installation that all rows but `start` share: the whole demo province of 5,000 dossiers, made once in a run. */
export const demoInstallation = (): Promise<Installation> => (known ??= makeInstallation())

/** One of its own, for a row that changes what others measure. */
export async function makeInstallation(dossiers?: number): Promise<Installation> {
  const dataDirectory = makeDataDirectory()
  const server = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') })
  await install(server.url)
  await loadDemo(server.url, dossiers === undefined ? {} : { dossiers })
  const connection = connect(server.url, { size: 4, role: workingRole, name: 'bench' })
  return {
    dataDirectory,
    databaseUrl: server.url,
    connection,
    postmaster: () => findPostmaster(clusterOf(dataDirectory))?.pid ?? 0,
    async serve(before = []) {
      await ensureBuilt()
      const served = servePlatform({ dataDirectory, port: await findFreePort(), before })
      await served.untilReady(60_000)
      return served
    },
    tokenOf: async (id, at = new Date()) =>
      (await startSession(connection.db, await kindOf(connection, id), at, {})).token,
  }
}

async function kindOf({ pool }: Connection, id: string): Promise<{ id: string; kind: 'staff' | 'citizen' }> {
  const { rows } = await pool.query<{ kind: 'staff' | 'citizen' }>('select kind from identity.account where id = $1', [
    id,
  ])
  return { id, kind: rows[0]?.kind ?? 'citizen' }
}

/** Milliseconds that building the web shell took; 0 when it was built before. */
export async function ensureBuilt(): Promise<number> {
  if (isBuilt()) return 0
  const started = performance.now()
  await buildPages()
  return performance.now() - started
}

/** The configuration of a platform in this process on the same database. */
export const configOf = (installation: Installation, pool = 12) =>
  readConfig({}, { dataDirectory: installation.dataDirectory, publicUrl: 'http://localhost', databasePool: pool })
