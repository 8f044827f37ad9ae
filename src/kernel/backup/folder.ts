import { createHash, createHmac, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { BackupFault } from './fault.ts'
import type { BackupKey } from './keys.ts'
import { keyOfObject, openWith, seal } from './sealed.ts'

/** Says that a folder is a backup, and of what. Open to everyone; nothing is believed because it stands there. */
const Marker = z.object({ is: z.literal('lien-thong backup 1'), key: z.string(), system: z.string() })
export type Marker = z.output<typeof Marker>

const markerFile = 'lien-thong-backup.json'

/** A folder of backups as whoever makes them writes it. */
export interface BackupFolder {
  readonly path: string
  readonly key: BackupKey
  /** Seals a source under this name (a relative path); it has its name only when whole and on the disk. Answers what went in. */
  put(
    name: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<{ bytes: number; sha256: string }>
  /** The same, and reads it back from the disk, giving `check` what was read; throws where that is not what went in, or `check` does. */
  putChecked(
    name: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    check?: (plain: AsyncIterable<Buffer>) => Promise<void>,
  ): Promise<{ bytes: number; sha256: string }>
  /** Writes what is not secret, such as figures for whoever watches. */
  putOpen(name: string, value: unknown): Promise<void>
  /** Whether it is there; if so its time is now, which says that it was still of use. */
  touch(name: string): Promise<boolean>
}

/** Opens a folder to back up into, and makes it if it is empty. A folder of another database or for other keys is refused. */
export async function openBackupFolder(path: string, key: BackupKey, system: string): Promise<BackupFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const folder = writerOf(path, key)
  if (!existsSync(join(path, markerFile))) {
    if ((await readdir(path)).length > 0)
      throw new BackupFault(`${path} is not empty and is no backup`, { isFinal: true })
    await folder.putOpen(markerFile, { is: 'lien-thong backup 1', key: key.id, system } satisfies Marker)
  }
  const marker = await readMarker(path)
  if (marker.key !== key.id) throw new BackupFault(`${path} is a backup for another recovery key`, { isFinal: true })
  if (marker.system !== system) throw new BackupFault(`${path} is a backup of another database`, { isFinal: true })
  // Of processes that were killed; a day is longer than anything is written.
  await tidy(join(path, 'tmp'), Date.now() - 24 * 3600_000)
  return folder
}

export async function readMarker(path: string): Promise<Marker> {
  const text = await readFile(join(path, markerFile), 'utf8').catch(() => undefined)
  if (text === undefined) throw new BackupFault(`${path} is no backup`)
  try {
    return Marker.parse(JSON.parse(text))
  } catch {
    throw new BackupFault(`${path} is no backup, or ${markerFile} is damaged`)
  }
}

/** The place of content with this digest: only who has the keys can tell one from the other. */
export function placeOfContent(sha256: string, naming: Buffer): string {
  const name = createHmac('sha256', naming).update(sha256).digest('hex')
  return `files/${name.slice(0, 2)}/${name}`
}

function writerOf(path: string, key: BackupKey): BackupFolder {
  const write = async (name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> => {
    const making = join(path, 'tmp', randomUUID())
    await mkdir(dirname(making), { recursive: true, mode: 0o700 })
    try {
      await using file = await open(making, 'wx', 0o600)
      for await (const chunk of chunks) await file.writeFile(chunk)
      await file.sync()
    } catch (error) {
      await rm(making, { force: true })
      throw error
    }
    const target = join(path, name)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(making, target)
    for (let one = dirname(target); one.length >= path.length; one = dirname(one)) await syncFolder(one)
  }
  return {
    path,
    key,
    async put(name, source) {
      const counted = countOf(source)
      await write(name, seal(name, counted.chunks, key))
      return counted.counted()
    },
    async putChecked(name, source, check = readThrough) {
      const { own, opener } = keyOfObject(key)
      const sent = countOf(source)
      await write(name, seal(name, sent.chunks, key, own))
      const back = countOf(openWith(join(path, name), name, opener))
      await check(back.chunks)
      const [went, came] = [sent.counted(), back.counted()]
      if (went.sha256 !== came.sha256) throw new BackupFault(`${name} reads back as something else than was written`)
      return went
    },
    putOpen: (name, value) => write(name, [Buffer.from(`${JSON.stringify(value)}\n`)]),
    async touch(name) {
      const now = new Date()
      return utimes(join(path, name), now, now).then(
        () => true,
        () => false,
      )
    },
  }
}

async function readThrough(plain: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of plain);
}

/** Passes a stream on; what it was is known when it has ended. */
function countOf<Chunk extends Uint8Array>(source: AsyncIterable<Chunk> | Iterable<Chunk>) {
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  return { chunks: counted(), counted: () => ({ bytes, sha256: hash.copy().digest('hex') }) }
}

async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

async function tidy(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < before) await rm(join(folder, name), { force: true, recursive: true })
  }
}
