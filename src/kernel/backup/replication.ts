import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'
import { BackupFault } from './fault.ts'
import { parseLsn } from './lsn.ts'

/** A line to PostgreSQL in its replication protocol: by it a backup is made from any machine, and without touching files of the server. */
export interface ReplicationLine {
  identify(): Promise<{ readonly system: string; readonly timeline: number; readonly lsn: bigint }>
  ask(command: string): Promise<readonly Record<string, string>[][]>
  /** Where a slot was told that everything before is safe; undefined where there is none, or it lost what it was to hold. */
  slotAt(slot: string): Promise<bigint | undefined>
  /** Runs a command that answers with a stream; what comes may be used only while `onData` runs. */
  copy(command: string, onData: (chunk: Buffer) => void): Promise<readonly Record<string, string>[][]>
  send(chunk: Buffer): void
  /** Whoever sends waits while this is paused. */
  pause(): void
  resume(): void
  end(): Promise<void>
}

/** What `pg` has and its types do not tell. */
interface Wire extends EventEmitter {
  readonly stream: Socket
  sendCopyFromChunk(chunk: Buffer): void
}

/** Opens one; says what to do where the account may not. */
export async function openReplication(url: string): Promise<ReplicationLine> {
  const options = { connectionString: url, replication: 'true', application_name: 'lien-thong backup', keepAlive: true }
  const client = new pg.Client(options)
  // Whoever asks or copies learns of it by that.
  client.on('error', () => {})
  await client.connect().catch((cause: unknown) => {
    throw new BackupFault(
      `PostgreSQL does not let a backup be made: ${(cause as Error).message}. The account needs REPLICATION, and pg_hba.conf a line for "replication"; a server of Liên Thông's own must be started anew once`,
      { cause },
    )
  })
  const wire = (client as unknown as { connection: Wire }).connection
  const ask = async (command: string): Promise<Record<string, string>[][]> => {
    const answered: unknown = await client.query(command)
    return (Array.isArray(answered) ? answered : [answered]).map(
      (one: pg.QueryResult<Record<string, string>>) => one.rows,
    )
  }
  return {
    ask,
    async identify() {
      const [[row]] = (await ask('IDENTIFY_SYSTEM')) as [[Record<string, string>]]
      return { system: row['systemid']!, timeline: Number(row['timeline']), lsn: parseLsn(row['xlogpos']!) }
    },
    async slotAt(slot) {
      const [rows] = await ask(`READ_REPLICATION_SLOT ${slot}`)
      const at = rows?.[0]?.['restart_lsn']
      return at ? parseLsn(at) : undefined
    },
    async copy(command, onData) {
      const hear = ({ chunk }: { chunk: Buffer }) => onData(chunk)
      wire.on('copyData', hear)
      try {
        return await ask(command)
      } finally {
        wire.off('copyData', hear)
      }
    },
    send: (chunk) => wire.sendCopyFromChunk(chunk),
    pause: () => void wire.stream.pause(),
    resume: () => void wire.stream.resume(),
    async end() {
      // Within a copy there is no polite way that is sure to be answered.
      wire.stream.destroy()
      await client.end().catch(() => {})
    },
  }
}
