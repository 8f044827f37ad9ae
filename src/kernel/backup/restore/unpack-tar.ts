import { createHash } from 'node:crypto'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupFault } from '../fault.ts'

const block = 512

interface Entry {
  readonly path: string
  readonly size: number
  readonly mode: number
  readonly type: string
}

/**
 * Unpacks a tar of PostgreSQL (POSIX ustar; plain names only) into a folder, which is closed to others. Answers the digest of all that came,
 * which is to be compared before the files are used.
 */
export async function unpackTar(
  source: AsyncIterable<Buffer>,
  folder: string,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  let held: Buffer = Buffer.alloc(0)
  let file: { readonly handle: FileHandle; left: number; padding: number } | undefined
  let isOver = false
  try {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      while (!isOver) {
        if (file === undefined) {
          if (held.length < block) break
          const header = held.subarray(0, block)
          held = held.subarray(block)
          // Two empty blocks end it; PostgreSQL writes nothing behind them.
          isOver = header.every((byte) => byte === 0)
          if (isOver) break
          const entry = readHeader(header)
          const handle = await begin(folder, entry)
          if (handle) file = { handle, left: entry.size, padding: (block - (entry.size % block)) % block }
        } else if (file.left > 0) {
          if (held.length === 0) break
          const part = held.subarray(0, file.left)
          await file.handle.writeFile(part)
          file.left -= part.length
          held = held.subarray(part.length)
        } else {
          if (held.length < file.padding) break
          held = held.subarray(file.padding)
          await file.handle.close()
          file = undefined
        }
      }
    }
  } finally {
    await file?.handle.close()
  }
  if (file !== undefined || !isOver) throw new BackupFault('the copy of the cluster has no end')
  return { bytes, sha256: hash.digest('hex') }
}

function readHeader(header: Buffer): Entry {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const number = (from: number, to: number): number => {
    // Sizes above 8 GB are written as bytes, marked by the highest bit.
    if ((header[from]! & 0x80) !== 0) return Number(header.readBigUInt64BE(to - 8))
    return Number.parseInt(text(from, to).trim() || '0', 8)
  }
  const sum = header.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== number(148, 156)) throw new BackupFault('the copy of the cluster is damaged')
  const prefix = text(345, 500)
  return {
    path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size: number(124, 136),
    mode: number(100, 108),
    type: text(156, 157) || '0',
  }
}

/** Makes a folder or a link, or opens the file whose content follows. */
async function begin(folder: string, { path, mode, type }: Entry): Promise<FileHandle | undefined> {
  const name = path.replace(/^\.\//, '').replace(/\/$/, '')
  if (name.startsWith('/') || name.split('/').includes('..'))
    throw new BackupFault(`the copy of the cluster names ${path}`)
  const target = join(folder, name)
  if (type === '5') {
    await mkdir(target, { recursive: true, mode: 0o700 })
    return undefined
  }
  if (type !== '0') throw new BackupFault(`the copy of the cluster holds ${path}, which is no file`)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  return open(target, 'wx', mode & 0o700)
}
