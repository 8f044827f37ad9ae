import type pg from 'pg'
import { BackupFault } from '../backup/fault.ts'
import type { BackupFolder } from '../backup/folder.ts'
import type { BackupKey } from '../backup/keys.ts'
import type { Database, Queries } from '../database/connect.ts'
import { run, sql } from '../database/query.ts'
import type { Log } from '../log.ts'
import { digestOfFile, nameOf, type ObjectKind } from './archive.ts'
import { findArchiveOf, type ArchivedPart } from './archived-part.ts'
import type { KeptTable } from './kept-table.ts'
import { findLegalHold, objectOfPart } from './legal-hold.ts'
import type { Part } from './part.ts'

export interface ArchiveParts {
  /** The owner of the database: nobody else may drop. */
  readonly url: string
  readonly to: string
  readonly key: BackupKey
  readonly tables: readonly KeptTable[]
  /** Only parts that end by then, of those that are old enough. */
  readonly before?: Date
  readonly now: Date
  readonly log: Log
  /** How often a part is tried to be dropped while others use its table; five times, a few seconds apart. */
  readonly attempts?: number
  /** Writes into the trail what is dropped, in the same transaction. */
  readonly record: (tx: Queries, dropped: ArchivedPart) => Promise<unknown>
}

export interface Work extends ArchiveParts {
  readonly db: Database
  /** A session of its own for copying, while a transaction holds the part. */
  readonly client: pg.ClientBase
  readonly system: string
  readonly folder: BackupFolder
  readonly place: string
}

/** What keeps a part: that somebody holds it, or what its engine knows. */
export async function findReason(
  on: Queries,
  table: KeptTable,
  part: Part,
  keptSince: Date,
): Promise<string | undefined> {
  const hold = await findLegalHold(on, objectOfPart(part.name))
  return hold ? `held: ${hold.reason}` : table.reasonToStay(on, part, keptSince)
}

/** Whether a part that stays keeps all younger ones of its table; one that was brought back is a copy, and nothing hangs on it. */
export const keepsYounger = async (on: Queries, table: KeptTable, part: Part): Promise<boolean> =>
  table.leavesInOrder && !(await findArchiveOf(on, part))?.broughtBackAt

/** The archive that was recorded must lie where it was, byte for byte. */
export async function mustBeWhole({ id, folder, objects }: ArchivedPart): Promise<void> {
  for (const [kind, sha256] of Object.entries(objects)) {
    const found = await digestOfFile(folder, nameOf(id, kind as ObjectKind))
    if (found === undefined) throw new BackupFault(`${nameOf(id, kind as ObjectKind)} is not in ${folder} any more`)
    if (found !== sha256) throw new BackupFault(`${nameOf(id, kind as ObjectKind)} in ${folder} is damaged`)
  }
}

/** Work that may take as long as it needs. */
export const inPeace = <Value>(db: Database, work: (tx: Queries) => Promise<Value>): Promise<Value> =>
  db.transaction(async (tx) => {
    await run(tx, sql`set local statement_timeout = 0`)
    await run(tx, sql`set local idle_in_transaction_session_timeout = 0`)
    return work(tx)
  })
