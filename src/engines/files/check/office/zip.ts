import { crc32, inflateRawSync } from 'node:zlib'
import { maxRatio, maxUnpacked } from '../checked.ts'
import { refuse } from '../refused.ts'

export interface ZipEntry {
  readonly name: string
  readonly isFolder: boolean
  /** Unpacked size that the archive declares; unpacking refuses any other. */
  readonly size: number
  unpack(): Buffer
}

const maxEntries = 1000

/** A ratio says something only of what is large. */
const ratioCountsFrom = 1024 * 1024

const endSize = 22
const centralSize = 46
const localSize = 30

/**
 * Reads a ZIP so strictly that no other reader can see something else in it: it begins with its first entry and ends with its
 * end record, entries neither overlap nor leave room between them, both copies of every header agree, names are plain relative
 * paths of which no two are alike. No encryption, links, 64-bit sizes, comments. Declared sizes are bounded before anything is unpacked.
 */
export function readZip(bytes: Buffer): ZipEntry[] {
  const end = bytes.length - endSize
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) return refuse('damaged', 'end of archive')
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count || bytes.readUInt16LE(end + 20) !== 0)
    refuse('unsafeArchive', 'end record')
  if (count > maxEntries) refuse('unsafeArchive', 'entries')
  if (start + bytes.readUInt32LE(end + 12) !== end) refuse('unsafeArchive', 'directory')

  const headers: Header[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    const header = readHeader(bytes, at, end)
    headers.push(header)
    at += header.length
  }
  if (at !== end) refuse('unsafeArchive', 'directory')
  checkNames(headers)
  checkSizes(headers)
  const places = checkPlaces(bytes, headers, start)
  return headers.map((header) => ({
    name: header.name,
    isFolder: header.name.endsWith('/'),
    size: header.size,
    unpack: () => unpack(bytes, header, places.get(header) as number),
  }))
}

interface Header {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly place: number
  /** Of this header in the directory. */
  readonly length: number
}

function readHeader(bytes: Buffer, at: number, end: number): Header {
  if (at + centralSize > end || bytes.readUInt32LE(at) !== 0x02014b50) return refuse('unsafeArchive', 'directory')
  const name = bytes.subarray(at + centralSize, at + centralSize + bytes.readUInt16LE(at + 28))
  const length = centralSize + name.length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  if ((flags & 0x2041) !== 0) refuse('oldOffice', 'encrypted entry')
  if (method !== 0 && method !== 8) refuse('unsafeArchive', 'method')
  // Links, devices and the like; regular files, folders and writers that say nothing pass.
  if (![0, 0x4000, 0x8000].includes((bytes.readUInt32LE(at + 38) >>> 16) & 0xf000))
    refuse('unsafeArchive', 'not a file')
  return {
    name: name.toString('utf8'),
    flags,
    method,
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    place: bytes.readUInt32LE(at + 42),
    length,
  }
}

function checkNames(headers: readonly Header[]): void {
  const seen = new Set<string>()
  for (const { name } of headers) {
    const parts = name.replace(/\/$/, '').split('/')
    // Control characters, back slashes and drives; replacement characters are names that were not UTF-8.
    const isPlain =
      !/[\p{Cc}\\:\ufffd]/u.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..')
    const folded = name.normalize('NFC').toLowerCase()
    if (!isPlain || seen.has(folded)) refuse('unsafeArchive', 'name')
    seen.add(folded)
  }
}

function checkSizes(headers: readonly Header[]): void {
  let size = 0
  let packed = 0
  for (const one of headers) {
    size += one.size
    packed += one.packed
    if (one.size > ratioCountsFrom && one.size > one.packed * maxRatio) refuse('tooLargeInside', 'ratio')
  }
  if (size > maxUnpacked || (size > ratioCountsFrom && size > packed * maxRatio)) refuse('tooLargeInside', 'size')
}

/** Where the data of each entry begin; local headers must say the same as the directory and follow each other without holes. */
function checkPlaces(bytes: Buffer, headers: readonly Header[], end: number): Map<Header, number> {
  const found = new Map<Header, number>()
  let at = 0
  for (const header of headers.toSorted((one, other) => one.place - other.place)) {
    const { place, flags, method } = header
    if (place !== at || place + localSize > end || bytes.readUInt32LE(place) !== 0x04034b50)
      refuse('unsafeArchive', 'place')
    const name = bytes.subarray(place + localSize, place + localSize + bytes.readUInt16LE(place + 26))
    if (
      name.toString('utf8') !== header.name ||
      bytes.readUInt16LE(place + 6) !== flags ||
      bytes.readUInt16LE(place + 8) !== method
    )
      refuse('unsafeArchive', 'headers differ')
    const isDescribed = (flags & 8) !== 0
    if (!isDescribed && bytes.readUInt32LE(place + 18) !== header.packed) refuse('unsafeArchive', 'headers differ')
    const data = place + localSize + name.length + bytes.readUInt16LE(place + 28)
    at = data + header.packed
    if (isDescribed) at += descriptorSize(bytes, at, header)
    if (at > end) refuse('unsafeArchive', 'overlap')
    found.set(header, data)
  }
  if (at !== end) refuse('unsafeArchive', 'hole before the directory')
  return found
}

/** Behind data whose size was not known beforehand: sum and sizes, with or without a mark, in 32 or 64 bits. */
function descriptorSize(bytes: Buffer, at: number, { crc, packed }: Header): number {
  const mark = at + 4 <= bytes.length && bytes.readUInt32LE(at) === 0x08074b50 ? 4 : 0
  if (
    at + mark + 16 > bytes.length ||
    bytes.readUInt32LE(at + mark) !== crc ||
    bytes.readUInt32LE(at + mark + 4) !== packed
  )
    refuse('unsafeArchive', 'descriptor')
  const next = (size: number) => bytes.toString('latin1', at + size, at + size + 2)
  return next(mark + 12) === 'PK' ? mark + 12 : mark + 20
}

function unpack(bytes: Buffer, { method, packed, size, crc }: Header, data: number): Buffer {
  const stored = bytes.subarray(data, data + packed)
  const unpacked = method === 0 ? stored : inflate(stored, size)
  if (unpacked.length !== size || crc32(unpacked) !== crc) refuse('damaged', 'entry')
  return unpacked
}

function inflate(stored: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    return refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLargeInside' : 'damaged', 'entry')
  }
}
