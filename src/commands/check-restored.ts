import { join } from 'node:path'
import type { Queries } from '#kernel/database/connect.ts'
import { createFileSystemStore } from '#kernel/storage/file-system-store.ts'
import { namedContent } from '#engines/files/index.ts'

/** Digests that files name and the restored store does not hold. */
export async function findMissingContent(db: Queries, dataDirectory: string): Promise<string[]> {
  const store = createFileSystemStore(join(dataDirectory, 'files'))
  const missing: string[] = []
  for await (const digests of namedContent(db))
    for (const sha256 of digests) if (!(await store.has(sha256))) missing.push(sha256)
  return missing
}
