import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { BackupFault } from '../backup/fault.ts'
import type { RecoveryKey } from '../backup/keys.ts'
import { open } from '../backup/sealed.ts'
import { connect } from '../database/connect.ts'
import { copyIn } from '../database/copy.ts'
import { countRows, nameOf, readManifest, type PartManifest } from './archive.ts'
import type { KeptTable } from './kept-table.ts'
import { copyInto, plainSession } from './part.ts'

export interface ArchiveSource {
  readonly from: string
  readonly id: string
  /** Whoever archives cannot open what it wrote: this key lies elsewhere. */
  readonly key: RecoveryKey
}

/** An object of an archive as it was before it was sealed. Only when it has ended is it known to be whole. */
export const readArchive = ({ from, id, key }: ArchiveSource, kind: 'rows' | 'evidence'): AsyncGenerator<Buffer> =>
  open(join(from, nameOf(id, kind)), nameOf(id, kind), key)

export interface ArchiveCheck {
  readonly manifest: PartManifest
  /** Empty = it is what was archived, and its evidence holds. */
  readonly faults: readonly string[]
}

/** Checks an archive by itself, without a database. Throws {@link BackupFault} where it is damaged or not ours. */
export async function checkArchive(source: ArchiveSource, tables: readonly KeptTable[]): Promise<ArchiveCheck> {
  const manifest = await readManifest(source.from, source.id, source.key)
  const said = { rows: 0 }
  const hash = createHash('sha256')
  for await (const chunk of countRows(readArchive(source, 'rows'), said)) hash.update(chunk)
  const faults: string[] = []
  if (hash.digest('hex') !== manifest.rows.sha256 || said.rows !== manifest.rows.count)
    faults.push('the rows are not those of the manifest')
  const evidence = tables.find(({ parent }) => parent === manifest.parent)?.evidence
  if (manifest.evidence !== null && evidence !== undefined) {
    const lines = createInterface({ input: Readable.from(readArchive(source, 'evidence')) })
    faults.push(...(await evidence.faultsOf(lines, manifest.facts)))
  }
  return { manifest, faults }
}

/**
 * Puts a part back into its table, for reading, under a hold of its own: it stays until that is released, and is then dropped again without
 * being written anew. All of it or nothing. Answers how many rows.
 */
export async function bringBack(
  url: string,
  source: ArchiveSource,
  { tables, reason, by }: { readonly tables: readonly KeptTable[]; readonly reason: string; readonly by: string },
): Promise<{ readonly part: string; readonly rows: number }> {
  const { manifest, faults } = await checkArchive(source, tables)
  if (faults.length > 0) throw new BackupFault(`${source.id}: ${faults.slice(0, 5).join('; ')}`)
  await using stack = new AsyncDisposableStack()
  const { pool } = stack.adopt(connect(url, { size: 1, name: 'lien-thong parts', silenceMs: 0 }), (one) => one.close())
  const client = stack.adopt(await pool.connect(), (one) => one.release(true))
  await client.query(plainSession)
  await client.query(`begin; set local lock_timeout = '2s'`)
  // The same lock as whoever makes parts.
  await client.query('select pg_advisory_xact_lock(7240012)')
  const { rows: there } = await client.query<{ here: boolean }>('select to_regclass($1) is not null as here', [
    manifest.part,
  ])
  if (there[0]?.here) throw new BackupFault(`${manifest.part} is in the database`)
  await client.query('select kernel.make_partition($1, $2)', [manifest.parent, manifest.since])
  const rows = await copyIn(client, copyInto({ name: manifest.part }, manifest.columns), readArchive(source, 'rows'))
  if (rows !== manifest.rows.count) throw new BackupFault(`${rows} rows came in of ${manifest.rows.count}`)
  await client.query(
    `insert into kernel.legal_hold (id, object, reason, placed_at, placed_by) values (gen_random_uuid(), $1, $2, now(), $3)
      on conflict (object) where released_at is null do nothing`,
    [`part:${manifest.part}`, reason, by],
  )
  await client.query('update kernel.archived_part set dropped_at = null, brought_back_at = now() where id = $1', [
    manifest.id,
  ])
  await client.query('commit')
  return { part: manifest.part, rows }
}
