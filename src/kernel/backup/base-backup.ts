import { PassThrough } from 'node:stream'
import { BackupFault } from './fault.ts'
import type { BackupFolder } from './folder.ts'
import { parseLsn } from './lsn.ts'
import { openReplication } from './replication.ts'

export interface BasePart {
  readonly bytes: number
  readonly sha256: string
  readonly timeline: number
  /** A restore needs the log from here … */
  readonly startLsn: bigint
  /** … at least to here. */
  readonly endLsn: bigint
}

/** So much waits for the disk before PostgreSQL is asked to wait. */
const waitingBytes = 8 * 1024 * 1024

/**
 * Copies the files of the cluster into one object, as a tar, while the server works on. The server checks the checksum of each page on
 * the way, and fails the backup where one is wrong.
 */
export async function putBase(url: string, folder: BackupFolder, name: string): Promise<BasePart> {
  const line = await openReplication(url)
  const tar = new PassThrough({ highWaterMark: waitingBytes })
  tar.on('drain', () => line.resume())
  let archives = 0
  const hear = (chunk: Buffer) => {
    const kind = chunk.toString('latin1', 0, 1)
    if (kind === 'n') archives += 1
    // The parser uses its memory again.
    if (kind === 'd' && !tar.write(Buffer.from(chunk.subarray(1)))) line.pause()
  }
  try {
    const putting = folder.put(name, tar)
    const copying = line
      .copy(`BASE_BACKUP (LABEL 'lien-thong', CHECKPOINT 'fast', WAL false, WAIT false, MANIFEST 'no')`, hear)
      .then(
        (answered) => (tar.end(), answered),
        (cause: unknown) => {
          const error = new BackupFault(`PostgreSQL broke the backup off: ${(cause as Error).message}`, { cause })
          tar.destroy(error)
          throw error
        },
      )
    // The disk of the backup may fail while PostgreSQL waits.
    const [answered, put] = await Promise.all([
      copying,
      putting.catch((error: unknown) => (line.resume(), Promise.reject(error))),
    ])
    if (archives !== 1) throw new BackupFault('tablespaces outside of the data directory cannot be backed up')
    const start = answered[0]?.[0]
    const end = answered.findLast((rows) => rows[0]?.['recptr'] !== undefined)?.[0]
    if (!start?.['recptr'] || !end?.['recptr'])
      throw new BackupFault('PostgreSQL did not say where the backup begins and ends')
    return {
      ...put,
      timeline: Number(start['tli']),
      startLsn: parseLsn(start['recptr']),
      endLsn: parseLsn(end['recptr']),
    }
  } finally {
    await line.end()
  }
}
