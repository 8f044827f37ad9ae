import { spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment, type ServerUser } from './server-user.ts'

/** A PostgreSQL that lives on a cluster, as its own pid file tells. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Read, never computed: another TMPDIR would give another folder. Empty in the first instants of a start. */
  readonly socketDirectory: string
  /** `starting` (also while it recovers), `ready`, `stopping`; empty in the first instants. */
  readonly status: string
}

/** Finds the PostgreSQL that lives on the cluster (a real path), whoever started it; a stranger's process is none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const [pid, , , port, socketDirectory, , , status] = readPidFile(cluster) ?? []
  // A server in single-user mode writes its pid negative: it can only be waited for.
  const positive = Math.abs(Number(pid))
  if (!pid || !livesOn(cluster, positive)) return undefined
  return { pid: positive, port: Number(port), socketDirectory: socketDirectory ?? '', status: status?.trim() ?? '' }
}

/**
 * Removes a pid file whose number now belongs to a stranger: PostgreSQL would refuse to start as long as that one lives.
 * A number that nobody has is left to PostgreSQL, which then also looks for orphans of the dead server.
 */
export function removeStaleFile(cluster: string): void {
  const pid = Math.abs(Number(readPidFile(cluster)?.[0]))
  if (pid && existsSync(`/proc/${pid}`) && !livesOn(cluster, pid)) rmSync(pidFile(cluster), { force: true })
}

/**
 * Removes lock files that are empty: of a server that lost its power in the instant of its start. PostgreSQL would wait for somebody to
 * delete them. One of this moment stays: a server that starts fills it at once.
 */
export function removeEmptyLocks(cluster: string, socketDirectory: string): void {
  for (const path of [pidFile(cluster), `${socketDirectory}/.s.PGSQL.5432.lock`]) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.size === 0 && Date.now() - found.mtimeMs > 10_000) rmSync(path, { force: true })
  }
}

/** Asks for a fast stop (open transactions are rolled back) and waits until the process is gone. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (let waited = 0; livesOn(cluster, pid); waited += 10) {
    if (waited === 0) signal(pid, 'SIGINT')
    // An immediate stop loses nothing: the next start recovers from the write-ahead log.
    if (waited === 60_000) signal(pid, 'SIGQUIT')
    await sleep(10)
  }
}

/**
 * Starts `postgres` so that it outlives this process: in its own session, without pipes that would break with us.
 * Resolves when it holds the cluster (it may still recover), or throws with what it wrote into the log.
 */
export async function launchPostmaster(launch: {
  postgres: string
  cluster: string
  socketDirectory: string
  settings: readonly string[]
  logFile: string
  user: ServerUser
}): Promise<void> {
  const { cluster, user, logFile } = launch
  const log = openLog(logFile, user)
  const before = statSync(logFile).size
  const socket = `unix_socket_directories="${launch.socketDirectory}"`
  const parameters = ['-D', cluster, ...launch.settings, '-c', socket, '-c', 'listen_addresses=', '-c', 'port=5432']
  const child = spawn(launch.postgres, parameters, {
    ...user,
    detached: true,
    stdio: ['ignore', log, log],
    cwd: cluster,
    env: serverEnvironment,
  })
  closeSync(log)
  const ended: { why?: string } = {}
  child.once('error', (error) => (ended.why = error.message))
  child.once('exit', (code, by) => (ended.why = `it ended with ${by ?? code}`))
  child.unref()
  const holds = (found?: Postmaster) => found?.pid === child.pid && found?.status
  while (ended.why === undefined && !holds(findPostmaster(cluster))) await sleep(5)
  if (ended.why !== undefined) throw new Error(`PostgreSQL did not start (${ended.why}):\n${readLog(logFile, before)}`)
}

const pidFile = (cluster: string) => `${cluster}/postmaster.pid`

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(pidFile(cluster), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function livesOn(cluster: string, pid: number): boolean {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8') !== 'postgres\n') return false
    // True also after the folder was moved, copied or deleted, when the path in the pid file is not.
    return readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '') === cluster
  } catch (error) {
    // Root in a container may not look there, but everyone may read how a process was started.
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function openLog(path: string, { uid, gid }: ServerUser): number {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.old`)
  const log = openSync(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
  if (uid !== undefined && gid !== undefined) fchownSync(log, uid, gid)
  return log
}

/** The end of a log, at most 4 KB of what was written after the offset. */
export const readLog = (path: string, offset = 0): string =>
  readFileSync(path).subarray(offset).subarray(-4_000).toString('utf8').trim()
