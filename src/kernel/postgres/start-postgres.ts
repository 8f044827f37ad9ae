import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareBinaries } from './binaries.ts'
import { createCluster, databaseName } from './create-cluster.ts'
import { findDataDirectory, openDataDirectory, own } from './data-directory.ts'
import { joinServer, type Keeper } from './keeper.ts'
import {
  findPostmaster,
  launchPostmaster,
  readLog,
  removeEmptyLocks,
  removeStaleFile,
  stopPostmaster,
} from './postmaster.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'
import { keepRowsOutOfLog, writeSettings } from './settings.ts'

/** A PostgreSQL of our own, reached through a Unix socket that only its account (and root) can open. */
export interface EmbeddedPostgres {
  /** For `pg`: the database `lien_thong` as its superuser. */
  readonly url: string
  /** True when it was running already: left by a killed process, or used by another one. */
  readonly adopted: boolean
  /** Stops it, unless another process uses it too. Own connections should be closed before. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** A folder of its own, made if absent. */
  readonly directory: string
  readonly log?: (line: string) => void
  /** False for tests: much faster, and lost when the machine fails. */
  readonly lasting?: boolean
  /** True for a process that serves on: a server that was killed is started again on the same address. */
  readonly revives?: boolean
}

/**
 * Starts the PostgreSQL of a folder, or joins the one that runs there: about 1.5 s the first time, 0.2 s later, 0.02 s when
 * it runs. Throws with the words of PostgreSQL when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  const joined = await joinOrLaunch(options, log)
  let { cluster, keeper } = joined
  const us = { leaving: false }
  await createDatabase(keeper).catch((error) => leave(cluster, keeper, log).then(() => Promise.reject(error)))
  const watch = () => keeper.client.once('end', () => void revive())
  // Killed, out of memory, crashed: the sessions of all who used it are gone, the data are not.
  const revive = async () => {
    if (!us.leaving) log('PostgreSQL has ended: starting it again')
    while (!us.leaving) {
      try {
        ;({ cluster, keeper } = await joinOrLaunch(options, log))
        return watch()
      } catch (error) {
        log(String(error))
        await sleep(1_000)
      }
    }
  }
  if (options.revives) watch()
  const stop = once(() => {
    us.leaving = true
    return leave(cluster, keeper, log)
  })
  return { url: urlOf(keeper), adopted: !joined.launched, stop }
}

async function joinOrLaunch(options: EmbeddedPostgresOptions, log: (line: string) => void) {
  let launched = false
  for (let launches = 0; ; launches += 1) {
    const place = findDataDirectory(options.directory)
    const cluster = join(place, 'cluster')
    const keeper = await joinServer(cluster, log)
    if (keeper) return { cluster, keeper, launched }
    // It held the cluster and yet ended: somebody else stopped it, once; more often the data is damaged.
    if (launches === 3) throw new Error(`PostgreSQL ends again and again:\n${readLog(join(place, 'postgres.log'))}`)
    launched = await launch(options, log)
  }
}

/** Returns false when another process was faster and its server is the one to join. */
async function launch(options: EmbeddedPostgresOptions, log: (line: string) => void): Promise<boolean> {
  const found = findDataDirectory(options.directory)
  const lasting = options.lasting ?? true
  const user = chooseServerUser(join(found, 'cluster'))
  const place = openDataDirectory(found, user, log)
  const { initdb, postgres } = prepareBinaries(place, user)
  const cluster = createCluster({ place, initdb, user, lasting })
  const settings = writeSettings(place, user, lasting)
  const socketDirectory = makeSocketDirectory(place, user)
  removeStaleFile(cluster)
  removeEmptyLocks(cluster, socketDirectory)
  for (let patience = 100; ; patience -= 1) {
    try {
      await launchPostmaster({
        postgres,
        cluster,
        socketDirectory,
        settings,
        logFile: join(place, 'postgres.log'),
        user,
      })
      return true
    } catch (error) {
      if (findPostmaster(cluster)) return false
      // After kill -9 of the server itself its sessions need a moment to notice.
      if (patience === 0 || !String(error).includes('is still in use')) throw error
      await sleep(100)
    }
  }
}

/** Beside the data, where no cleaner of temporary files comes; in /tmp when that path is too long for a socket. */
export function makeSocketDirectory(place: string, user: ServerUser): string {
  const beside = join(place, 'socket')
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= 107
  const path = fits ? beside : mkdtempSync(temporarySocket)
  mkdirSync(path, { recursive: true })
  own(path, user, 0o700)
  return path
}

const temporarySocket = '/tmp/lien-thong-'

function urlOf({ postmaster }: Keeper): string {
  const host = encodeURIComponent(postmaster.socketDirectory)
  return `postgres://${databaseName}@localhost:${postmaster.port}/${databaseName}?host=${host}`
}

async function createDatabase({ client }: Keeper): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount) return
  await client.query(keepRowsOutOfLog)
  await client.query(`create database ${databaseName}`).catch((error: { code?: string }) => {
    // Another process that starts now may have made it in between.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

async function leave(cluster: string, keeper: Keeper, log: (line: string) => void): Promise<void> {
  const { pid, socketDirectory } = keeper.postmaster
  if (await keeper.isLast()) {
    await stopPostmaster(cluster, pid)
    if (dirname(socketDirectory) === '/tmp' && socketDirectory.startsWith(temporarySocket)) rmdirSync(socketDirectory)
  } else {
    log('PostgreSQL keeps running: another process uses it')
  }
  await keeper.client.end().catch(() => {})
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined
  return () => (result ??= work())
}
