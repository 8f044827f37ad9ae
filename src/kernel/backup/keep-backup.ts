import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { connect, type Database } from '../database/connect.ts'
import { get, run, sql } from '../database/query.ts'
import type { Log } from '../log.ts'
import type { ContentStore } from '../storage/content-store.ts'
import { tellBackupState } from './backup-state.ts'
import { contentCopier } from './copy-content.ts'
import { BackupFault } from './fault.ts'
import { openBackupFolder, type BackupFolder } from './folder.ts'
import { followLog, type LogFollower } from './follow-log.ts'
import type { BackupKey } from './keys.ts'
import { completeBases, prune } from './prune.ts'
import { openReplication } from './replication.ts'
import { settingsKeeper, type SettingsParts } from './settings.ts'
import { takeBase, type Taken } from './take-base.ts'

export interface BackupParts {
  /** The owner of the database, who may replicate. */
  readonly url: string
  readonly to: string
  readonly key: BackupKey
  readonly store: ContentStore
  readonly settings: SettingsParts
  /** Content that came since a time, by the rows that name it. */
  readonly seenSince: (db: Database, since: Date) => Promise<readonly string[]>
  /** How many bases are kept, with all that lies between them. */
  readonly keep: number
  readonly log: Log
}

/** Any constants: of processes that back up one database, one takes a base and one follows the log. */
const [basing, following] = [7_240_101, 7_240_102]

/** How often the database is told: each time is a write of its own. */
const tellMs = 30_000

/** Everything a backup works with, open. */
interface Opened {
  readonly folder: BackupFolder
  readonly place: string
  readonly cluster: { readonly system: string; readonly segmentBytes: number }
  readonly putSettings: () => Promise<string>
  readonly timeline: number
}

/** Takes one base, with the log that it needs. */
export async function backUpOnce(parts: BackupParts): Promise<Taken> {
  await using open = new AsyncDisposableStack()
  const db = await openOwn(parts.url, open)
  await takeTurn(db, basing)
  const opened = await openAll(parts, db)
  const follower = await follow(parts, open, opened, { everyMs: 200 })
  const taken = await baseWith(parts, db, opened, follower)
  await follower.stop()
  return taken
}

export interface Rhythm {
  /** Whether a new base is wanted, when the last one was begun then. Without any, or after a change of timeline, one is taken at once. */
  readonly isBaseDue: (last: Date, now: Date) => boolean
  /** So long at most something is in the database and not in the backup. */
  readonly logEveryMs: number
  readonly stop: AbortSignal
}

/** Follows the log and takes a base whenever one is due, until it is told to stop. Goes on after troubles. */
export async function keepBackingUp(parts: BackupParts, rhythm: Rhythm): Promise<void> {
  const { stop } = rhythm
  let pause = 1000
  while (!stop.aborted) {
    try {
      await followUntil(parts, rhythm)
      pause = 1000
    } catch (error) {
      if (error instanceof BackupFault && error.isFinal) throw error
      parts.log.error({ err: error }, 'the backup stands still; it is tried again')
      await wait(pause, undefined, { signal: stop }).catch(() => {})
      pause = Math.min(60_000, pause * 2)
    }
  }
}

async function followUntil(parts: BackupParts, { isBaseDue, logEveryMs, stop }: Rhythm): Promise<void> {
  await using open = new AsyncDisposableStack()
  const db = await openOwn(parts.url, open)
  await takeTurn(db, following)
  const opened = await openAll(parts, db)
  const { slot, isNew } = await openSlot(parts.url, opened)
  const told = { at: 0 }
  const follower = await follow(parts, open, opened, { slot, everyMs: logEveryMs }, async (coveredUntil) => {
    await opened.putSettings()
    if (performance.now() - told.at < tellMs && told.at > 0) return
    told.at = performance.now()
    await tellBackupState(db, opened.place, { coveredUntil })
  })
  open.defer(() => follower.stop().catch(() => {}))
  let isBaseNeeded = isNew
  while (!stop.aborted) {
    const last = (await completeBases(opened.folder)).at(-1)
    if (
      isBaseNeeded ||
      last === undefined ||
      last.timeline !== opened.timeline ||
      isBaseDue(last.startedAt, new Date())
    ) {
      const own = await openOwn(parts.url, open)
      await takeTurn(own, basing)
      const taken = await baseWith(parts, own, opened, follower)
      parts.log.info(taken, 'a base backup was taken')
      await run(own, sql`select pg_advisory_unlock(${basing})`)
      isBaseNeeded = false
    }
    await Promise.race([follower.ended, wait(5000, undefined, { signal: stop }).catch(() => {})])
  }
  await follower.stop()
}

async function baseWith(parts: BackupParts, db: Database, opened: Opened, log: LogFollower): Promise<Taken> {
  const taken = await takeBase({ ...parts, ...opened, db, log })
  await prune(opened.folder, parts.keep)
  const at = new Date(taken.endedAt)
  await tellBackupState(db, opened.place, { baseAt: at, coveredUntil: at })
  return taken
}

/** The owner's own session: what it counts may take long, and its locks go with it. */
async function openOwn(url: string, open: AsyncDisposableStack): Promise<Database> {
  const { db } = open.adopt(connect(url, { size: 1, name: 'lien-thong backup' }), (one) => one.close())
  await run(db, sql`set statement_timeout = 0`)
  return db
}

async function takeTurn(db: Database, lock: number): Promise<void> {
  const { taken } = await get(db, sql<{ taken: boolean }>`select pg_try_advisory_lock(${lock}) as taken`)
  if (!taken) throw new BackupFault('another backup of this database is under way')
}

async function openAll(parts: BackupParts, db: Database): Promise<Opened> {
  const line = await openReplication(parts.url)
  const { system, timeline } = await line.identify()
  await line.end()
  const { segmentBytes } = await get(
    db,
    sql<{
      segmentBytes: number
    }>`select setting::int as segment_bytes from pg_settings where name = 'wal_segment_size'`,
  )
  const folder = await openBackupFolder(parts.to, parts.key, system)
  const putSettings = settingsKeeper(parts.settings, folder)
  return { folder, place: realpathSync(parts.to), cluster: { system, segmentBytes }, putSettings, timeline }
}

async function follow(
  parts: BackupParts,
  open: AsyncDisposableStack,
  { folder, timeline, cluster }: Opened,
  how: { readonly slot?: string; readonly everyMs: number },
  onCovered?: (until: Date) => Promise<void>,
): Promise<LogFollower> {
  // A session of its own: counting rows shall not hold up the log.
  const { db } = open.adopt(connect(parts.url, { size: 1, name: 'lien-thong backup' }), (one) => one.close())
  const before = contentCopier(parts.store, folder, (since) => parts.seenSince(db, since))
  return followLog({
    url: parts.url,
    folder,
    timeline,
    segmentBytes: cluster.segmentBytes,
    before,
    ...how,
    ...(onCovered && { onCovered: ({ at }) => onCovered(at) }),
  })
}

/** The slot by which PostgreSQL keeps the log for this folder; a new one where there is none, or where it lost what it should hold. */
async function openSlot(url: string, { place }: Opened): Promise<{ slot: string; isNew: boolean }> {
  const slot = `lien_thong_${createHash('sha256').update(place).digest('hex').slice(0, 12)}`
  const line = await openReplication(url)
  try {
    if ((await line.slotAt(slot)) !== undefined) return { slot, isNew: false }
    await line.ask(`DROP_REPLICATION_SLOT ${slot}`).catch(() => {})
    await line.ask(`CREATE_REPLICATION_SLOT ${slot} PHYSICAL (RESERVE_WAL)`)
    return { slot, isNew: true }
  } finally {
    await line.end()
  }
}
