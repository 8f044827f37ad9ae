import { get, sql } from '#kernel/database/query.ts'
import { queueStates } from '#kernel/jobs/read-queues.ts'
import type { Context } from '#kernel/operations/context.ts'
import { diskSpace } from '#kernel/storage/disk-space.ts'
import { getTrailState } from '#engines/audit/index.ts'
import { readWaitingFiles } from '#engines/files/index.ts'
import { readBacklog, readLink, standingOf } from '#engines/national-portal/index.ts'
import type { Gravity, PartState } from './contract.ts'
import { readEmails, readOutbox } from './waiting-work.ts'

/** What the engine is given once, when the process starts. */
export interface OperationsParts {
  readonly dataDirectory: string
  /** Whether there is a relay that e-mails go to. */
  readonly sendsMail: boolean
  /** Whether files are scanned for viruses. */
  readonly scansFiles: boolean
  /** Who gets the heads of the audit trail by e-mail. */
  readonly auditors: readonly string[]
  /** Whether there is a link with the national portal. */
  readonly isLinked: boolean
  readonly publicUrl: string
}

const minute = 60_000
const gib = 1024 ** 3

/** What the platform stands on and how each part does, judged by how long something waits and how much room is left. */
export async function readPlatformState(
  ctx: Context,
  { dataDirectory, sendsMail, scansFiles, isLinked }: OperationsParts,
) {
  const waited = (since: Date | null): PartState =>
    stateOfAge(since === null ? 0 : ctx.now().getTime() - since.getTime())
  const database = await readDatabase(ctx)
  const queues = await queueStates(ctx.tx)
  const events = await readOutbox(ctx.tx)
  const emails = await readEmails(ctx.tx)
  const files = await readWaitingFiles(ctx.tx)
  const trail = await getTrailState(ctx.tx, ctx.now())
  const disk = await diskSpace(dataDirectory)
  const failed = queues.find(({ name }) => name === 'failed')?.waiting ?? 0
  const working = queues.filter(({ name }) => name !== 'failed')
  const oldest = earliest(working.map(({ oldestWaiting }) => oldestWaiting))
  return {
    at: ctx.now(),
    database: { ...database, state: watchIf(database.connections > database.maxConnections * 0.9) },
    jobs: {
      state: worst(watchIf(failed > 0), waited(oldest)),
      waiting: working.reduce((sum, queue) => sum + queue.waiting + queue.retrying, 0),
      failed,
      oldest,
    },
    events: { ...events, state: waited(events.oldest) },
    emails: {
      ...emails,
      sendsMail,
      state: worst(watchIf(emails.failed > 0 || !sendsMail), sendsMail ? waited(emails.oldest) : 'good'),
    },
    files: { ...files, scans: scansFiles, state: worst(watchIf(!scansFiles), waited(files.oldest)) },
    trail: {
      // A month without its partition stops nobody; all else means that the trail is not guarded, or damaged.
      state: trail.alarms.some((alarm) => alarm !== 'audit.partitions')
        ? ('wrong' as const)
        : watchIf(trail.alarms.length > 0),
      sealedAt: trail.seal === null ? null : new Date(trail.seal.at),
      unsealed: trail.unsealed,
    },
    nationalLink: isLinked ? await readNationalLink(ctx, waited) : null,
    disk: disk === undefined ? null : { ...disk, state: stateOfDisk(disk.freeBytes, disk.totalBytes) },
  }
}

/** A link that is away harms nobody at once: figures and statuses are old there. What it holds otherwise somebody must look at. */
async function readNationalLink(ctx: Context, waited: (since: Date | null) => PartState) {
  const link = await readLink(ctx.tx)
  const { waiting, oldest, differing } = await readBacklog(ctx.tx)
  const standing = standingOf(link)
  return {
    standing,
    waiting,
    oldest,
    differing,
    state: worst(watchIf(standing !== 'good' || differing > 0), waited(link.downSince), waited(oldest)),
  }
}

const watchIf = (isOdd: boolean): PartState => (isOdd ? 'watch' : 'good')

const worst = (...states: readonly PartState[]): PartState =>
  states.includes('wrong') ? 'wrong' : states.includes('watch') ? 'watch' : 'good'

function stateOfAge(ms: number): PartState {
  if (ms > 15 * minute) return 'wrong'
  return watchIf(ms > 2 * minute)
}

/** Uploads and the database stop on a full disk: two gigabytes last for hours of uploads, not for a night. */
export function gravityOfDisk(free: number, total: number): Gravity | undefined {
  if (free < 2 * gib || free < total * 0.05) return 'now'
  if (free < 10 * gib || free < total * 0.1) return 'today'
  return free < total * 0.2 ? 'soon' : undefined
}

export function stateOfDisk(free: number, total: number): PartState {
  const gravity = gravityOfDisk(free, total)
  return gravity === 'now' ? 'wrong' : watchIf(gravity !== undefined)
}

const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.filter((time) => time !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null

const readDatabase = (ctx: Context) =>
  get(
    ctx.tx,
    sql<{ version: string; bytes: number; connections: number; maxConnections: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
        (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
        current_setting('max_connections')::int as max_connections`,
  )
