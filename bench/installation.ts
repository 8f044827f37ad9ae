import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '#kernel/config.ts'
import { connect, workingRole, type Connection } from '#kernel/database/connect.ts'
import { findPostmaster, stopPostmaster } from '#kernel/postgres/postmaster.ts'
import { startEmbeddedPostgres } from '#kernel/postgres/start-postgres.ts'
import { createContentStore } from '#kernel/storage/create-store.ts'
import { startSession } from '#engines/identity/session.ts'
import { install } from '#commands/install.ts'
import { buildPages, isBuilt } from '#commands/load-pages.ts'
import { findFreePort, servePlatform, type ServedPlatform } from '#commands/testing/served-platform.ts'
import { loadDemo } from '#demo/load-demo.ts'
import { growDemo } from '#demo/scale/grow-demo.ts'

/** Everything here is durable as in production: fsync on, the embedded PostgreSQL with the platform's own settings. */
export interface Installation {
  readonly dataDirectory: string
  /** As the superuser of the embedded PostgreSQL. */
  readonly databaseUrl: string
  /** As the role that the platform works as. */
  readonly connection: Connection
  /** Does something that the platform's role may not. */
  asOwner(statement: string): Promise<void>
  /** The process id of its PostgreSQL. */
  postmaster(): number
  /** Serves it; `before` is put before the command. */
  serve(before?: readonly string[]): Promise<ServedPlatform>
  /** A session of an account, as signing in would start it. */
  tokenOf(accountId: string, at?: Date): Promise<string>
}

const made: string[] = []
/** Those that stay, and whose PostgreSQL runs for this run. */
const keptGoing: string[] = []

/** An empty data directory in the temporary folder; it goes when the run ends. */
export function makeDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lien-thong-bench-'))
  // The account under which PostgreSQL runs, when we are root, must get in.
  chmodSync(directory, 0o755)
  made.push(directory)
  return directory
}

const clusterOf = (dataDirectory: string): string => join(realpathSync(join(dataDirectory, 'postgres')), 'cluster')

/** Stops what is left running in the directories of this run, and removes those that are not kept. */
export async function removeDataDirectories(): Promise<void> {
  for (const directory of keptGoing.splice(0)) await stopDatabase(directory)
  for (const directory of made.splice(0)) {
    await stopDatabase(directory)
    rmSync(directory, { recursive: true, force: true })
  }
}

async function stopDatabase(directory: string): Promise<void> {
  if (!existsSync(join(directory, 'postgres'))) return
  const cluster = clusterOf(directory)
  const postmaster = findPostmaster(cluster)
  if (postmaster) await stopPostmaster(cluster, postmaster.pid)
}

let known: Promise<Installation> | undefined

/** The installation that all rows but `start` share: the whole demo province of 5,000 dossiers, made once in a run. */
export const demoInstallation = (): Promise<Installation> => (known ??= makeInstallation())

/** One of its own, for a row that changes what others measure. */
export async function makeInstallation(dossiers?: number): Promise<Installation> {
  const dataDirectory = makeDataDirectory()
  const { url } = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') })
  await install(url)
  await loadDemo(url, dossiers === undefined ? {} : { dossiers })
  return openInstallation(dataDirectory, url)
}

const grown = new Map<number, Promise<Installation>>()

/**
 * The demo province grown to so many dossiers over ten years, each with its history, papers and trail. Made once, which takes minutes and
 * 15 GB for a million, and kept for later runs in the folder that `BENCH_DATA` names, or `bench/data`.
 */
export function grownInstallation(dossiers: number): Promise<Installation> {
  const found = grown.get(dossiers) ?? openGrown(dossiers)
  grown.set(dossiers, found)
  return found
}

/** Written when a province has grown, into its folder. */
export interface Growth {
  readonly seconds: number
  readonly databaseBytes: number
}

async function openGrown(dossiers: number): Promise<Installation> {
  const dataDirectory = grownDirectory(dossiers)
  const isGrown = existsSync(join(dataDirectory, 'grown.json'))
  if (!isGrown) rmSync(dataDirectory, { recursive: true, force: true })
  mkdirSync(dataDirectory, { recursive: true, mode: 0o755 })
  const { url } = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') })
  keptGoing.push(dataDirectory)
  await install(url)
  const installation = openInstallation(dataDirectory, url)
  if (!isGrown) {
    const started = performance.now()
    await loadDemo(url, {})
    await growDemo(url, createContentStore({ dataDirectory, s3Url: undefined }), { dossiers, now: new Date() })
    const seconds = (performance.now() - started) / 1000
    const { rows } = await installation.connection.pool.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    )
    const growth: Growth = { seconds, databaseBytes: Number(rows[0]?.bytes) }
    writeFileSync(join(dataDirectory, 'grown.json'), JSON.stringify(growth))
  }
  return installation
}

const grownDirectory = (dossiers: number): string =>
  join(process.env['BENCH_DATA'] ?? join(import.meta.dirname, 'data'), String(dossiers))

/** How long a province of so many took to grow, and what it weighs, whenever that was. */
export const growthOf = (dossiers: number): Growth =>
  JSON.parse(readFileSync(join(grownDirectory(dossiers), 'grown.json'), 'utf8')) as Growth

function openInstallation(dataDirectory: string, databaseUrl: string): Installation {
  const connection = connect(databaseUrl, { size: 4, role: workingRole, name: 'bench' })
  return {
    dataDirectory,
    databaseUrl,
    connection,
    async asOwner(statement) {
      const owner = new pg.Client({ connectionString: databaseUrl })
      await owner.connect()
      try {
        await owner.query(statement)
      } finally {
        await owner.end()
      }
    },
    postmaster: () => findPostmaster(clusterOf(dataDirectory))?.pid ?? 0,
    async serve(before = []) {
      await ensureBuilt()
      // As behind the edge, which says where a request comes from.
      const environment = { TRUSTED_PROXIES: '127.0.0.1' }
      const served = servePlatform({
        dataDirectory,
        port: await findFreePort(),
        adminPort: await findFreePort(),
        before,
        environment,
      })
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
