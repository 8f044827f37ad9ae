import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupFault } from '../backup/fault.ts'
import type { RecoveryKey } from '../backup/keys.ts'
import { readObject } from '../backup/restore/read-object.ts'

/** What an archive says of itself, sealed and signed. It lies beside its objects and is written last: without it there is no archive. */
export const PartManifest = z.strictObject({
  is: z.literal('lien-thong archived part 1'),
  id: z.string(),
  system: z.string(),
  parent: z.string(),
  part: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  archivedAt: z.iso.datetime(),
  /** As SQL writes them, in the order of the fields of a row. */
  columns: z.array(z.string()),
  /** In PostgreSQL's text format of COPY. */
  rows: z.strictObject({ count: z.int(), bytes: z.int(), sha256: z.string() }),
  evidence: z.strictObject({ bytes: z.int(), sha256: z.string() }).nullable(),
  facts: z.record(z.string(), z.unknown()),
})
export type PartManifest = z.output<typeof PartManifest>

export type ObjectKind = 'rows' | 'evidence' | 'manifest'

export const nameOf = (id: string, kind: ObjectKind): string => `parts/${id}/${kind}`

/** Sorts by part and time; says nothing that names of tables do not say. */
export const newArchiveId = (part: string, at: Date): string =>
  `${part}-${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}-${randomUUID().slice(0, 8)}`

export async function readManifest(from: string, id: string, key: RecoveryKey): Promise<PartManifest> {
  const text = await readObject(from, nameOf(id, 'manifest'), key)
  const manifest = PartManifest.parse(JSON.parse(text))
  if (manifest.id !== id) throw new BackupFault(`${id} is another archive under this name`)
  return manifest
}

/** Of the bytes as they lie there: whoever cannot open an object can still tell that it is the same. */
export async function digestOfFile(folder: string, name: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}

/** Rows end with a line feed each; one within a value is written as two letters. */
export async function* countRows(source: AsyncIterable<Buffer>, said: { rows: number }): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) said.rows += 1
    yield chunk
  }
}

export async function* toBytes(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(`${line}\n`)
}
