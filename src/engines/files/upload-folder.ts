import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { asStorageProblem, storageFull } from '#kernel/storage/content-store.ts'
import { Problem } from '#values/errors.ts'
import { filesProblems } from './contract.ts'

/** One part of an upload as it comes. */
interface Part {
  readonly id: string
  /** How many bytes came before it. */
  readonly offset: number
  /** Most that may come. */
  readonly room: number
  readonly body: AsyncIterable<Uint8Array>
  readonly checksum?: Checksum | undefined
}

export interface Checksum {
  readonly algorithm: 'sha1' | 'sha256'
  readonly digest: Buffer
}

/** Unfinished uploads of one machine, as files named by their id. The size of the file is how much has come. */
export interface UploadFolder {
  pathOf(id: string): string
  /** Where a check puts bytes without metadata: each its own, for two may run at once. */
  newCleanedPathOf(id: string): string
  /** Bytes that have come; 0 before the first. */
  sizeOf(id: string): Promise<number>
  /**
   * Writes a part behind what has come and answers the new size, on the disk. What came before a break stays, unless it has a
   * check sum, which says nothing of a piece: then nothing of it stays, nor of a part that is longer than its room and so not of
   * this file. `wrongChecksum` (460), `uploadTooLarge` (413), `storageFull` (507).
   */
  append(part: Part): Promise<number>
  /** What came, and whatever checks left beside it. */
  remove(id: string): Promise<void>
  /** Ids with files older than this, whoever left them. */
  olderThan(before: Date): Promise<string[]>
  /** `storageFull` (507) when so many bytes would not leave the reserve free. */
  mustHaveRoom(bytes: number): Promise<void>
}

export function createUploadFolder(directory: string, reserve: number): UploadFolder {
  const pathOf = (id: string) => join(directory, id)
  const idOf = (name: string) => name.split('.', 1)[0] as string

  return {
    pathOf,
    newCleanedPathOf: (id) => join(directory, `${id}.${randomUUID()}`),
    sizeOf: async (id) => (await stat(pathOf(id)).catch(() => undefined))?.size ?? 0,

    async append(part) {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const file = await open(pathOf(part.id), 'a+', 0o600)
      try {
        // What lies beyond was not counted: it came with a check sum and a server that died.
        await file.truncate(part.offset)
        return await write(file, part)
      } catch (error) {
        throw asStorageProblem(error)
      } finally {
        await file.close()
      }
    },

    async remove(id) {
      for (const name of await readdir(directory).catch(() => []))
        if (idOf(name) === id) await rm(join(directory, name), { force: true })
    },

    async olderThan(before) {
      const found = new Set<string>()
      for (const name of await readdir(directory).catch(() => [])) {
        const { mtime } = (await stat(join(directory, name)).catch(() => undefined)) ?? {}
        if (mtime !== undefined && mtime < before) found.add(idOf(name))
      }
      return [...found]
    },

    async mustHaveRoom(bytes) {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(directory)
      if (bavail * bsize < bytes + reserve) throw storageFull(new Error('the reserve is reached'))
    },
  }
}

async function write(file: FileHandle, { offset, room, body, checksum }: Part): Promise<number> {
  const hash = checksum && createHash(checksum.algorithm)
  let size = offset
  let isWhole = false
  let isTooLong = false
  try {
    for await (const chunk of body) {
      isTooLong = size + chunk.length > offset + room
      if (isTooLong) throw new Problem('uploadTooLarge', filesProblems.uploadTooLarge)
      hash?.update(chunk)
      await file.appendFile(chunk)
      size += chunk.length
    }
    isWhole = hash === undefined || hash.digest().equals(checksum?.digest as Buffer)
    if (!isWhole) throw new Problem('wrongChecksum', filesProblems.wrongChecksum)
  } finally {
    if (isTooLong || (hash && !isWhole)) await file.truncate(offset)
    await file.datasync()
  }
  return size
}
