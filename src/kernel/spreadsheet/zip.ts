import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { UnreadableSpreadsheet } from './unreadable.ts'

/** All parts together, unpacked; thirty times what 3,000 officials take. A packed file may claim anything of itself. */
const mostUnpacked = 24 * 1024 * 1024

const endOfDirectory = 0x06054b50
const inDirectory = 0x02014b50
const beforeFile = 0x04034b50
const stored = 0
const deflated = 8

/**
 * The parts of a ZIP file by name, each unpacked when it is asked for. Throws `UnreadableSpreadsheet` where it is broken, encrypted,
 * or unpacks to more than 24 MiB in all, whatever sizes it states.
 */
export function openZip(bytes: Buffer): (name: string) => Buffer | undefined {
  const entries = readDirectory(bytes)
  let left = mostUnpacked
  return (name) => {
    const entry = entries.get(name)
    if (entry === undefined) return undefined
    const part = unpack(bytes, entry, left)
    left -= part.length
    return part
  }
}

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly at: number
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const entries = new Map<string, Entry>()
  try {
    let at = bytes.readUInt32LE(end + 16)
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== inDirectory) throw new UnreadableSpreadsheet('broken')
      const [name, extra, comment] = [28, 30, 32].map((where) => bytes.readUInt16LE(at + where)) as [
        number,
        number,
        number,
      ]
      if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new UnreadableSpreadsheet('broken')
      entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42),
      })
      at += 46 + name + extra + comment
    }
    return entries
  } catch (error) {
    throw asUnreadable(error)
  }
}

/** The last record, behind which only a comment of at most 64 KiB stands. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  throw new UnreadableSpreadsheet('broken')
}

function unpack(bytes: Buffer, { method, crc, packed, at }: Entry, most: number): Buffer {
  try {
    if (bytes.readUInt32LE(at) !== beforeFile) throw new UnreadableSpreadsheet('broken')
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const held = bytes.subarray(from, from + packed)
    if (method !== stored && method !== deflated) throw new UnreadableSpreadsheet('broken')
    if (method === stored && held.length > most) throw new UnreadableSpreadsheet('tooBig')
    const part = method === stored ? held : inflateRawSync(held, { maxOutputLength: Math.max(most, 1) })
    if (crc32(part) !== crc) throw new UnreadableSpreadsheet('broken')
    return part
  } catch (error) {
    throw asUnreadable(error)
  }
}

const asUnreadable = (error: unknown): UnreadableSpreadsheet =>
  error instanceof UnreadableSpreadsheet
    ? error
    : new UnreadableSpreadsheet(
        (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooBig' : 'broken',
        error,
      )

/** A ZIP file of these parts. */
export function makeZip(parts: readonly (readonly [name: string, content: string])[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const whole = Buffer.from(content)
    const packed = deflateRawSync(whole)
    const title = Buffer.from(name)
    // Version 2.0, names in UTF-8, deflated, and the first day of MS-DOS time: the same parts make the same file.
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(deflated, 4)
    head.writeUInt16LE(0x21, 8)
    head.writeUInt32LE(crc32(whole), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(whole.length, 18)
    head.writeUInt16LE(title.length, 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    const file = Buffer.concat([mark(beforeFile), head, title, packed])
    files.push(file)
    directory.push(Buffer.concat([mark(inDirectory), Buffer.from([20, 0]), head, where, title]))
    at += file.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, listed, mark(endOfDirectory), end])
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
