import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentSource, StoredContent } from './content-store.ts'

/** A durable copy under a made-up name, digested on the way. */
export interface Spooled extends StoredContent {
  readonly path: string
}

/**
 * Writes a source into a new file of the folder and syncs it to the disk. When anything fails the file is gone again. A failed
 * sync is never tried again on the same file: the kernel may have dropped the pages that it could not write.
 */
export async function spoolContent(directory: string, source: ContentSource): Promise<Spooled> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o400)
  try {
    for await (const chunk of chunksOf(source)) {
      hash.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
  return { path, sha256: hash.digest('hex'), size }
}

function chunksOf(source: ContentSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (typeof source === 'string') return createReadStream(source, { highWaterMark: 256 * 1024 })
  return source instanceof Uint8Array ? [source] : source
}

/** Removes spooled files of writers that were killed. */
export async function tidySpool(directory: string, before: Date): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtime < before) await rm(path, { force: true })
  }
}
