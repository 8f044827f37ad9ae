import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { prepareBinaries } from '../../postgres/binaries.ts'
import { adoptFiles } from '../../postgres/create-cluster.ts'
import { findPostmaster, launchPostmaster, readLog, stopPostmaster } from '../../postgres/postmaster.ts'
import { serverVersion, type ServerUser } from '../../postgres/server-user.ts'
import { writeSettings } from '../../postgres/settings.ts'
import { makeSocketDirectory } from '../../postgres/start-postgres.ts'
import { BackupFault } from '../fault.ts'

export interface RecoveryParts {
  /** The folder of the cluster and what lies beside it, open to the account of the server. */
  readonly place: string
  readonly user: ServerUser
  readonly major: number
  readonly database: { readonly user: string; readonly name: string }
  /** Undefined = to the end of the log. */
  readonly at: Date | undefined
}

export interface Recovered {
  /** As the owner of the platform's database. */
  readonly url: string
  /** When the last thing that is here was committed; undefined where nothing was since the base. */
  readonly lastCommit: Date | undefined
  stop(): Promise<void>
}

/** Starts the cluster, which takes up its log as far as asked and then is a database of its own. `not reached`: the log ends before the moment, and nothing was done after that. */
export async function recoverCluster(parts: RecoveryParts): Promise<Recovered | 'not reached'> {
  const { place, user, at } = parts
  const cluster = join(place, 'cluster')
  const postgres = findServer(place, user, parts.major)
  writeFileSync(join(cluster, 'recovery.signal'), '')
  adoptFiles(cluster, user)
  const logFile = join(place, 'postgres.log')
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const socketDirectory = makeSocketDirectory(place, user)
  const recovery = {
    // All of the log lies where PostgreSQL looks by itself.
    restore_command: 'false',
    recovery_target_timeline: 'current',
    recovery_target_action: 'promote',
    hot_standby: 'off',
    // The copy must never write into the archive of the original, nor follow anybody.
    archive_mode: 'off',
    primary_conninfo: '',
    ...(at && { recovery_target_time: at.toISOString().replace('T', ' ').replace('Z', '+00') }),
  }
  const settings = Object.entries(recovery).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  await launchPostmaster({
    postgres,
    cluster,
    socketDirectory,
    settings: [...writeSettings(place, user, true), ...settings],
    logFile,
    user,
  })
  const client = await joinWhenReady(cluster, parts.database)
  if (client === undefined) {
    const said = readLog(logFile, before)
    if (said.includes('recovery ended before configured recovery target was reached')) return 'not reached'
    throw new BackupFault(`PostgreSQL cannot take up this backup:\n${said}`)
  }
  const { rows } = await client.query<{ at: Date | null }>('select pg_last_xact_replay_timestamp() as at')
  await client.end()
  return {
    url: `postgres://${encodeURIComponent(parts.database.user)}@localhost:5432/${encodeURIComponent(parts.database.name)}?host=${encodeURIComponent(socketDirectory)}`,
    lastCommit: rows[0]?.at ?? undefined,
    async stop() {
      const running = findPostmaster(cluster)
      if (running) await stopPostmaster(cluster, running.pid)
    },
  }
}

/** The programs of the version that made the backup: those that we bring, or those of Debian. */
function findServer(place: string, user: ServerUser, major: number): string {
  const own = prepareBinaries(place, user).postgres
  if (serverVersion(own, user) === major) return own
  const debian = `/usr/lib/postgresql/${major}/bin/postgres`
  if (!existsSync(debian))
    throw new BackupFault(`the backup is of PostgreSQL ${major}: apt-get install postgresql-${major}`)
  return debian
}

/** A session as soon as the log is taken up; undefined where the server ended instead. */
async function joinWhenReady(
  cluster: string,
  { user, name }: RecoveryParts['database'],
): Promise<pg.Client | undefined> {
  for (;;) {
    const found = findPostmaster(cluster)
    if (found === undefined) return undefined
    if (found.socketDirectory !== '') {
      const client = new pg.Client({ host: found.socketDirectory, port: found.port, user, database: name, ssl: false })
      client.on('error', () => {})
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => {})
        const { code } = error as { code?: string }
        if (code !== undefined && !['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01'].includes(code))
          throw error
      }
    }
    await wait(50)
  }
}
