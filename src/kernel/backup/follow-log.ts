import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { BackupFault } from './fault.ts'
import type { BackupFolder } from './folder.ts'
import { instantOfWire, segmentFile, showLsn, startOfSegment } from './lsn.ts'
import { openReplication } from './replication.ts'

export interface LogParts {
  readonly url: string
  readonly folder: BackupFolder
  readonly timeline: number
  readonly segmentBytes: number
  /** Has PostgreSQL keep what was not taken yet, also while nobody takes it. Absent = from now on, as long as this runs. */
  readonly slot?: string
  /** So long at most something is in the log and not in the backup. */
  readonly everyMs: number
  /** Done before any of the log is put into the backup: whatever files it names are there by then. */
  readonly before: () => Promise<void>
  /** Told after each time, for whoever watches. */
  readonly onCovered?: (covered: Covered) => Promise<void>
}

/** Whatever was committed before `at` is in the backup. */
export interface Covered {
  readonly timeline: number
  readonly lsn: string
  readonly at: Date
}

export interface LogFollower {
  /** Waits until everything before a place is in the backup. */
  reach(lsn: bigint): Promise<void>
  /** Puts what has come by now, and ends. */
  stop(): Promise<void>
  /** Fails when the log cannot be followed any further; else ends with {@link stop}. */
  readonly ended: Promise<void>
}

/** So much of the log waits for the backup before PostgreSQL waits. */
const mostWaiting = 32 * 1024 * 1024

export const coveredName = (timeline: number): string => `log/${timeline}.covered`
/** A whole segment, or a part of the one that is being written, named by where in it that begins. */
export const pieceName = (file: string, offset?: number): string =>
  offset === undefined ? `log/${file}` : `log/${file}.${offset.toString(16).padStart(8, '0')}`

/**
 * Takes the write-ahead log as it is written and keeps it, in whole segments and, every few seconds, in parts of the newest one. Its memory
 * is one segment and what waits.
 */
export async function followLog(parts: LogParts): Promise<LogFollower> {
  const { folder, segmentBytes, timeline } = parts
  const line = await openReplication(parts.url)
  const inbox: Buffer[] = []
  let inboxBytes = 0
  const slot = parts.slot ?? `lien_thong_${randomBytes(6).toString('hex')}`
  if (parts.slot === undefined) await line.ask(`CREATE_REPLICATION_SLOT ${slot} TEMPORARY PHYSICAL (RESERVE_WAL)`)
  const from = await line.slotAt(slot)
  if (from === undefined) throw new BackupFault('PostgreSQL keeps no log for the backup')
  let segmentStart = startOfSegment(from, segmentBytes)
  const segment = Buffer.alloc(segmentBytes)
  /** Bytes of this segment that came, and that are in the backup. */
  let [filled, kept] = [0, 0]
  let keptUntil = segmentStart
  /** What the server said last: all that it had at that time was before this place. */
  let said = { lsn: 0n, at: 0n }
  let promised: { readonly lsn: bigint; readonly at: bigint }[] = []
  const state: { stopping: boolean; failure?: Error } = { stopping: false }

  const copying = line
    .copy(`START_REPLICATION SLOT ${slot} PHYSICAL ${showLsn(segmentStart)} TIMELINE ${timeline}`, (chunk) => {
      inbox.push(Buffer.from(chunk))
      inboxBytes += chunk.length
      if (inboxBytes > mostWaiting) line.pause()
    })
    .then(
      () => (state.failure ??= new BackupFault('the database went over to another timeline')),
      (error: unknown) => (state.failure ??= error as Error),
    )

  const reply = () => {
    const message = Buffer.alloc(34)
    message.write('r', 0, 'latin1')
    message.writeBigUInt64BE(keptUntil, 1)
    // Only what is on the disk of the backup counts as flushed: PostgreSQL keeps the rest.
    message.writeBigUInt64BE(keptUntil, 9)
    message.writeBigUInt64BE(keptUntil, 17)
    message.writeBigInt64BE(BigInt(Date.now() - Date.UTC(2000, 0, 1)) * 1000n, 25)
    message[33] = 1
    line.send(message)
  }

  /** A place that the server told of after it had told a time holds all that was committed by that time. */
  const hear = (lsn: bigint, at: bigint) => {
    if (said.at > 0n) promised.push({ lsn, at: said.at })
    said = { lsn, at }
  }

  const putSegment = async () => {
    const name = segmentFile(timeline, segmentStart, segmentBytes)
    if (filled === segmentBytes) {
      await folder.put(pieceName(name), [segment])
      segmentStart += BigInt(segmentBytes)
      ;[filled, kept] = [0, 0]
      keptUntil = segmentStart
    } else if (filled > kept) {
      await folder.put(pieceName(name, kept), [segment.subarray(kept, filled)])
      kept = filled
      keptUntil = segmentStart + BigInt(filled)
    }
  }

  const take = async (data: Buffer) => {
    let rest = data
    while (rest.length > 0) {
      const fits = Math.min(rest.length, segmentBytes - filled)
      rest.copy(segment, filled, 0, fits)
      filled += fits
      rest = rest.subarray(fits)
      if (filled === segmentBytes) {
        await parts.before()
        await putSegment()
      }
    }
  }

  const takeInbox = async () => {
    for (let message = inbox.shift(); message !== undefined; message = inbox.shift()) {
      inboxBytes -= message.length
      const kind = message.toString('latin1', 0, 1)
      if (kind === 'w') {
        const start = message.readBigUInt64BE(1)
        if (start !== segmentStart + BigInt(filled))
          throw new BackupFault(`the log goes on at ${showLsn(start)}: a part of it is missing`)
        hear(message.readBigUInt64BE(9), message.readBigUInt64BE(17))
        await take(message.subarray(25))
      } else if (kind === 'k') hear(message.readBigUInt64BE(1), message.readBigUInt64BE(9))
    }
    line.resume()
  }

  const keep = async () => {
    await takeInbox()
    await parts.before()
    await putSegment()
    const held = promised.findLast(({ lsn }) => lsn <= keptUntil)
    promised = promised.filter(({ lsn }) => lsn > keptUntil)
    if (held !== undefined) {
      const told: Covered = { timeline, lsn: showLsn(keptUntil), at: instantOfWire(held.at) }
      await folder.put(coveredName(timeline), [Buffer.from(JSON.stringify(told))])
      await parts.onCovered?.(told)
    }
    if (!state.failure) reply()
  }

  const ended = (async () => {
    let due = performance.now() + parts.everyMs
    while (!state.stopping && !state.failure) {
      if (inbox.length > 0) await takeInbox()
      if (performance.now() >= due) {
        await keep()
        due = performance.now() + parts.everyMs
      }
      await wait(Math.min(50, parts.everyMs))
    }
    if (!state.failure) await keep()
  })()
    .catch((error: unknown) => void (state.failure ??= error as Error))
    .then(async () => {
      await line.end()
      await copying
      if (state.failure && !state.stopping) throw state.failure
    })
  // Whoever waits for a place or for the end hears of it; nobody may at this moment.
  ended.catch(() => {})

  return {
    ended,
    async reach(lsn) {
      const isThere = () => keptUntil >= lsn
      while (!isThere()) {
        if (state.failure) throw state.failure
        await wait(20)
      }
    },
    async stop() {
      state.stopping = true
      await ended
    },
  }
}
