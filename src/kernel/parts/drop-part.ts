import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { BackupFault } from '../backup/fault.ts'
import type { Queries } from '../database/connect.ts'
import { copyOut } from '../database/copy.ts'
import { run, sql } from '../database/query.ts'
import { findReason, inPeace, mustBeWhole, type Work } from './archive-work.ts'
import type { ArchivedPart } from './archived-part.ts'
import type { KeptTable } from './kept-table.ts'
import { columnsOf, copyOutOf, tableOf, type Part } from './part.ts'

const usualAttempts = 5
const betweenMs = 3000

/**
 * Drops a part that lies whole in its archive, in one transaction: nobody writes into it any more, it is compared with what was archived, the
 * archive is looked at again, and then it goes. Readers of the table wait for at most two seconds, or we do and try again. Answers
 * why it stays, where it does; undefined = it is gone.
 */
export async function dropPart(
  work: Work,
  table: KeptTable,
  part: Part,
  archive: ArchivedPart,
  keptSince: Date,
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inPeace(work.db, (tx) => dropIn(tx, work, table, part, archive, keptSince))
    } catch (error) {
      if (!isInUse(error)) throw error
      if (attempt >= (work.attempts ?? usualAttempts))
        throw new BackupFault(
          `${part.name} lies in its archive ${archive.id}, but the table is in use; try again later`,
          {
            cause: error,
          },
        )
      work.log.warn({ part: part.name, attempt }, 'the table is in use; dropping its part is tried again')
      await wait(betweenMs)
    }
  }
}

async function dropIn(
  tx: Queries,
  work: Work,
  table: KeptTable,
  part: Part,
  archive: ArchivedPart,
  keptSince: Date,
): Promise<string | undefined> {
  await run(tx, sql`set local lock_timeout = '2s'`)
  // Readers go on; who writes into it, or places a hold, is either seen here or comes after us.
  await run(tx, sql`lock table ${tableOf(part)}, kernel.legal_hold in share mode`)
  const because = await findReason(tx, table, part, keptSince)
  if (because !== undefined) return because
  if ((await digestOf(work, tx, part)) !== archive.rowsSha256) {
    if (archive.broughtBackAt !== null)
      return `it was changed after it was brought back; ${archive.id} holds what it was`
    await run(tx, sql`delete from kernel.archived_part where id = ${archive.id}`)
    return 'it was changed since it was archived, and is archived anew the next time'
  }
  await mustBeWhole(archive)
  await table.evidence?.partWith(tx, part, archive.facts)
  await run(tx, sql`update kernel.archived_part set dropped_at = now() where id = ${archive.id}`)
  await work.record(tx, archive)
  // Dropped without being detached first: that would give it keys of its own, and take more locks for as long.
  await run(tx, sql`drop table ${tableOf(part)}`)
  return undefined
}

/** By another session, for which the lock of this one stands still what it reads. */
async function digestOf({ client }: Work, tx: Queries, part: Part): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of copyOut(client, copyOutOf(part, await columnsOf(tx, part)))) hash.update(chunk)
  return hash.digest('hex')
}

/** A lock was not to be had in time, or two waited for each other. */
const isInUse = (error: unknown): boolean => ['55P03', '40P01'].includes((error as { code?: string }).code ?? '')
