import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { asStorageProblem, placeOf, type ContentStore } from './content-store.ts'
import { spoolContent, tidySpool, type Spooled } from './spool-content.ts'

/**
 * Content in a folder of this machine: `aa/bb/sha256`, and `tmp` for what is being written. Temporary file → fsync → rename →
 * fsync of the folder, so a name never stands for part of a content, whenever the power goes. The folder may be a disk of its own: a mark on
 * it says so, or what is written while the disk is away would lie beneath it, unseen from when it is there again.
 */
export function createFileSystemStore(directory: string): ContentStore {
  const temporary = join(directory, 'tmp')
  const mark = join(directory, '.store')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (!existsSync(mark)) writeFileSync(mark, '', { mode: 0o600 })
  const pathOf = (sha256: string) => join(directory, placeOf(sha256))

  const settle = async ({ path, sha256, size }: Spooled): Promise<void> => {
    const target = pathOf(sha256)
    const folder = dirname(target)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const before = await stat(target).catch(() => undefined)
    // One of another size was damaged from outside; whole content takes its place.
    if (before?.size === size) await rm(path)
    else await rename(path, target)
    // Also for content that was there: whoever put it may not have come as far as this line.
    for (const one of [folder, dirname(folder), directory, dirname(directory)]) await syncFolder(one)
    // First the mark: a disk that comes back in between does not show what was written without it.
    for (const one of [mark, target]) await mustBeThere(one)
  }

  return {
    async put(source) {
      let spooled: Spooled | undefined
      try {
        spooled = await spoolContent(temporary, source)
        await settle(spooled)
        return { sha256: spooled.sha256, size: spooled.size }
      } catch (error) {
        if (spooled) await rm(spooled.path, { force: true })
        throw asStorageProblem(error)
      }
    },

    async open(sha256, range) {
      const stream = createReadStream(pathOf(sha256), { ...range, highWaterMark: 256 * 1024 })
      await once(stream, 'open')
      return stream
    },

    has: async (sha256) => (await stat(pathOf(sha256)).catch(() => undefined)) !== undefined,
    delete: (sha256) => rm(pathOf(sha256), { force: true }),

    async *list(prefix) {
      const first = join(directory, prefix)
      for (const second of await readdir(first).catch(() => [])) {
        for (const sha256 of await readdir(join(first, second)).catch(() => [])) {
          const found = await stat(join(first, second, sha256)).catch(() => undefined)
          if (found?.isFile()) yield { sha256, storedAt: found.mtime }
        }
      }
    },

    tidy: (before) => tidySpool(temporary, before),
  }
}

async function mustBeThere(path: string): Promise<void> {
  await stat(path).catch((cause: unknown) => {
    throw Object.assign(new Error('the disk of the files was taken away', { cause }), { code: 'EIO' })
  })
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
