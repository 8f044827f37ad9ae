import { realpathSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { BackupFault } from '../backup/fault.ts'
import { openBackupFolder } from '../backup/folder.ts'
import { connect } from '../database/connect.ts'
import { copyOut } from '../database/copy.ts'
import { get, sql } from '../database/query.ts'
import { findReason, inPeace, keepsYounger, mustBeWhole, type ArchiveParts, type Work } from './archive-work.ts'
import {
  countRows,
  digestOfFile,
  nameOf,
  newArchiveId,
  toBytes,
  type ObjectKind,
  type PartManifest,
} from './archive.ts'
import { findArchiveOf, insertArchivedPart, type ArchivedPart } from './archived-part.ts'
import { dropPart } from './drop-part.ts'
import { keptSince, type Evidence, type Facts, type KeptTable } from './kept-table.ts'
import { columnsOf, copyOutOf, partsOf, plainSession, type Part } from './part.ts'

export interface PartOutcome {
  readonly part: string
  /** `dropped`: it lies in its archive alone now. `stays`: it is old enough, and something keeps it. */
  readonly state: 'dropped' | 'stays'
  readonly because?: string
  readonly archive?: string
  readonly rows?: number
}

/** Any constant: one process at a time archives. */
const archiving = 7_240_110

/**
 * Archives every part that is older than its table keeps rows, oldest first, and drops it: the archive is written, read back, checked and
 * recorded, and then in one transaction the part is compared with it and goes. Killed anywhere, the next call goes on where this one was; what
 * was not recorded is written anew. What makes one part stay keeps no other. Throws {@link BackupFault} where an archive that it needs is damaged.
 */
export async function archiveParts(parts: ArchiveParts): Promise<PartOutcome[]> {
  await using open = new AsyncDisposableStack()
  const { db, pool } = open.adopt(connect(parts.url, { size: 3, name: 'lien-thong parts', silenceMs: 0 }), (one) =>
    one.close(),
  )
  const client = open.adopt(await pool.connect(), (one) => one.release(true))
  await client.query(plainSession)
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [archiving])
  if (!rows[0]?.taken) throw new BackupFault('parts of this database are being archived by another process')
  const { system } = await get(
    db,
    sql<{ system: string }>`select system_identifier::text as system from pg_control_system()`,
  )
  const folder = await openBackupFolder(parts.to, parts.key, system)
  const work: Work = { ...parts, db, client, system, folder, place: realpathSync(parts.to) }
  const outcomes: PartOutcome[] = []
  for (const table of parts.tables) {
    const since = keptSince(table, parts.now)
    let older: string | undefined
    for (const part of await partsOf(db, table.parent)) {
      if (part.until > since || (parts.before && part.until > parts.before)) break
      const outcome: PartOutcome = older
        ? { part: part.name, state: 'stays', because: `${older}, which is older, stays` }
        : await archiveOne(work, table, part, since)
      outcomes.push(outcome)
      if (outcome.state === 'stays' && (await keepsYounger(db, table, part))) older ??= part.name
    }
  }
  return outcomes
}

async function archiveOne(work: Work, table: KeptTable, part: Part, since: Date): Promise<PartOutcome> {
  const because = await inPeace(work.db, (tx) => findReason(tx, table, part, since))
  if (because !== undefined) return { part: part.name, state: 'stays', because }
  const known = await findArchiveOf(work.db, part)
  if (known) await mustBeWhole(known)
  const archive = known ?? (await writeArchive(work, table, part))
  const dropped = await dropPart(work, table, part, archive, since)
  // Nothing is dropped on a promise about other rows: the next call writes what is there now.
  if (dropped !== undefined) return { part: part.name, state: 'stays', because: dropped }
  return { part: part.name, state: 'dropped', archive: archive.id, rows: archive.rowCount }
}

async function writeArchive(work: Work, table: KeptTable, part: Part): Promise<ArchivedPart> {
  const { db, client, folder, system, now } = work
  const id = newArchiveId(part.name, new Date())
  const columns = await columnsOf(db, part)
  const facts = (await table.evidence?.factsOf(db, part)) ?? {}
  const said = { rows: 0 }
  const rows = await folder.putChecked(nameOf(id, 'rows'), countRows(copyOut(client, copyOutOf(part, columns)), said))
  const evidence = table.evidence ? await putEvidence(work, id, table.evidence, facts) : null
  const manifest: PartManifest = {
    is: 'lien-thong archived part 1',
    id,
    system,
    parent: part.parent,
    part: part.name,
    since: part.since.toISOString(),
    until: part.until.toISOString(),
    archivedAt: now.toISOString(),
    columns,
    rows: { ...rows, count: said.rows },
    evidence,
    facts,
  }
  await folder.putChecked(nameOf(id, 'manifest'), [Buffer.from(JSON.stringify(manifest))])
  const kinds: readonly ObjectKind[] = evidence ? ['rows', 'evidence', 'manifest'] : ['rows', 'manifest']
  const objects: Partial<Record<ObjectKind, string>> = {}
  for (const kind of kinds) objects[kind] = (await digestOfFile(folder.path, nameOf(id, kind))) as string
  const { parent, since, until } = part
  await insertArchivedPart(db, {
    id,
    parent,
    part: part.name,
    since,
    until,
    folder: work.place,
    objects,
    facts,
    rowCount: said.rows,
    rowsSha256: rows.sha256,
  })
  return (await findArchiveOf(db, part)) as ArchivedPart
}

/** Written, and checked as whoever will have nothing else would check it. */
const putEvidence = ({ db, folder }: Work, id: string, evidence: Evidence, facts: Facts) =>
  folder.putChecked(nameOf(id, 'evidence'), toBytes(evidence.linesOf(db, facts)), async (plain) => {
    const faults = await evidence.faultsOf(createInterface({ input: Readable.from(plain) }), facts)
    if (faults.length > 0) throw new BackupFault(`the evidence does not hold: ${faults.slice(0, 5).join('; ')}`)
  })
