import { crc32, inflateSync } from 'node:zlib'
import { maxPixels, type Checked } from './checked.ts'
import { readOrientation, writeOrientation } from './exif.ts'
import { countInflated } from './inflate.ts'
import { refuse } from './refused.ts'

interface Chunk {
  readonly type: string
  readonly body: Buffer
  /** With its length, type and check sum. */
  readonly whole: Buffer
}

interface Header {
  readonly width: number
  readonly height: number
  readonly bitsPerPixel: number
  readonly isInterlaced: boolean
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Chunks that change how the picture looks; text, times, places and those of other programs are dropped. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'])

const maxProfile = 4 * 1024 * 1024

/** Walks a PNG from its signature to its end, checks every sum, and unpacks the picture without keeping it. */
export async function checkPng(bytes: Buffer): Promise<Checked> {
  const chunks = walk(bytes)
  const header = readHeader(chunks[0] as Chunk)
  const { width, height } = header
  if (width * height > maxPixels) refuse('tooManyPixels')
  const data = chunks.filter((one) => one.type === 'IDAT').map((one) => one.body)
  const size = unpackedSize(header)
  const counted = await countInflated(data, size)
  if (counted.size > size) refuse('tooLargeInside')
  if (!counted.isWhole || counted.size < size) refuse('damaged')
  const profile = chunks.find((one) => one.type === 'iCCP')?.body
  if (profile !== undefined) checkProfile(profile)
  return { mediaType: 'image/png', width, height, cleaned: rewrite(chunks) }
}

function walk(bytes: Buffer): Chunk[] {
  if (!bytes.subarray(0, 8).equals(signature)) refuse('damaged')
  const chunks: Chunk[] = []
  let at = 8
  while (chunks.at(-1)?.type !== 'IEND') {
    if (at + 12 > bytes.length) refuse('damaged')
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) refuse('damaged')
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) refuse('damaged')
    // A critical chunk that nobody knows: no viewer can show it, so it is no picture.
    if (/^[A-Z]/.test(type) && !kept.has(type)) refuse('damaged')
    chunks.push({ type, body: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    at = end
  }
  if (at < bytes.length) refuse('twoFormats', 'bytes after the end')
  if (chunks.findIndex((one) => one.type === 'IHDR') !== 0 || chunks.filter((one) => one.type === 'IHDR').length > 1)
    refuse('damaged')
  const first = chunks.findIndex((one) => one.type === 'IDAT')
  const last = chunks.findLastIndex((one) => one.type === 'IDAT')
  if (first < 0 || chunks.slice(first, last).some((one) => one.type !== 'IDAT')) refuse('damaged')
  return chunks
}

/** By colour type: samples a pixel, and the depths allowed. */
const colours: Readonly<Record<number, readonly [number, readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
}

function readHeader({ body }: Chunk): Header {
  if (body.length !== 13) refuse('damaged')
  const width = body.readUInt32BE(0)
  const height = body.readUInt32BE(4)
  const depth = body[8] as number
  const [samples, depths] = colours[body[9] as number] ?? refuse('damaged')
  const interlace = body[12] as number
  if (width === 0 || height === 0 || !depths.includes(depth) || body[10] !== 0 || body[11] !== 0 || interlace > 1)
    refuse('damaged')
  return { width, height, bitsPerPixel: samples * depth, isInterlaced: interlace === 1 }
}

/** First column, first row and steps of the seven passes of an interlaced picture. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Exactly as many bytes as rows with their filter bytes have. */
function unpackedSize({ width, height, bitsPerPixel, isInterlaced }: Header): number {
  let total = 0
  for (const [x, y, dx, dy] of isInterlaced ? passes : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - x) / dx)
    const rows = Math.ceil((height - y) / dy)
    if (columns > 0 && rows > 0) total += rows * (1 + Math.ceil((columns * bitsPerPixel) / 8))
  }
  return total
}

function checkProfile(body: Buffer): void {
  const end = body.indexOf(0)
  if (end < 1 || end > 79) refuse('damaged')
  try {
    inflateSync(body.subarray(end + 2), { maxOutputLength: maxProfile })
  } catch {
    refuse('tooLargeInside', 'colour profile')
  }
}

function rewrite(chunks: readonly Chunk[]): Buffer {
  const exif = chunks.find((one) => one.type === 'eXIf')
  const orientation = exif ? readOrientation(exif.body) : 1
  const [header, ...rest] = chunks.filter((one) => kept.has(one.type)).map((one) => one.whole)
  const held = orientation > 1 ? [chunk('eXIf', writeOrientation(orientation))] : []
  return Buffer.concat([signature, header as Buffer, ...held, ...rest])
}

function chunk(type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12)
  whole.writeUInt32BE(body.length, 0)
  whole.write(type, 4, 'latin1')
  body.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8)
  return whole
}
