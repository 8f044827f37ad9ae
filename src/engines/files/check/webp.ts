import { maxPixels, type Checked } from './checked.ts'
import { readOrientation, writeOrientation } from './exif.ts'
import { refuse } from './refused.ts'

interface Chunk {
  readonly type: string
  readonly body: Buffer
}

/** Walks a WebP to its end and drops what is not the picture. Moving pictures are not taken: papers stand still. */
export function checkWebp(bytes: Buffer): Checked {
  const chunks = walk(bytes)
  const pictures = chunks.filter((one) => one.type === 'VP8 ' || one.type === 'VP8L')
  const [picture] = pictures
  if (chunks.some((one) => one.type === 'ANIM' || one.type === 'ANMF')) refuse('typeNotAllowed', 'moving picture')
  if (picture === undefined || pictures.length > 1) return refuse('damaged')
  const { width, height } = picture.type === 'VP8 ' ? lossySize(picture.body) : losslessSize(picture.body)
  const canvas = chunks.find((one) => one.type === 'VP8X')
  if (canvas) checkCanvas(canvas, width, height)
  if (width * height > maxPixels) refuse('tooManyPixels')
  return { mediaType: 'image/webp', width, height, cleaned: rewrite(chunks) }
}

function walk(bytes: Buffer): Chunk[] {
  if (bytes.length < 20) refuse('damaged')
  const end = bytes.readUInt32LE(4) + 8
  if (end > bytes.length) refuse('damaged')
  if (end < bytes.length) refuse('twoFormats', 'bytes after the end')
  const chunks: Chunk[] = []
  let at = 12
  while (at < end) {
    if (at + 8 > end) refuse('damaged')
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) refuse('damaged')
    chunks.push({ type: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** RFC 6386 §9.1: a key frame, its start code, and a first partition that fits in. */
function lossySize(body: Buffer) {
  if (body.length < 10 || body.toString('hex', 3, 6) !== '9d012a') return refuse('damaged')
  const tag = body.readUIntLE(0, 3)
  if ((tag & 1) !== 0 || tag >> 5 > body.length - 10) refuse('damaged')
  return {
    width: body.readUInt16LE(6) & 0x3fff || refuse('damaged'),
    height: body.readUInt16LE(8) & 0x3fff || refuse('damaged'),
  }
}

function losslessSize(body: Buffer) {
  if (body.length < 5 || body[0] !== 0x2f) return refuse('damaged')
  const bits = body.readUInt32LE(1)
  if (bits >>> 29 !== 0) refuse('damaged')
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

function checkCanvas({ body }: Chunk, width: number, height: number): void {
  if (body.length !== 10 || body.readUIntLE(4, 3) + 1 !== width || body.readUIntLE(7, 3) + 1 !== height)
    refuse('damaged')
}

const kept = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'])

function rewrite(chunks: readonly Chunk[]): Buffer {
  const exif = chunks.find((one) => one.type === 'EXIF')?.body
  const tiff = exif?.subarray(0, 6).equals(Buffer.from('Exif\0\0')) ? exif.subarray(6) : exif
  const orientation = tiff && chunks[0]?.type === 'VP8X' ? readOrientation(tiff) : 1
  const parts = chunks
    .filter((one) => kept.has(one.type))
    .map((one) => (one.type === 'VP8X' ? withoutFlags(one, orientation > 1) : one))
  if (orientation > 1) parts.push({ type: 'EXIF', body: writeOrientation(orientation) })
  const body = Buffer.concat(parts.map(chunk))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

const exifFlag = 0x08
const otherFlags = 0x20 | 0x10

/** Says of the metadata only what is still there. */
function withoutFlags({ type, body }: Chunk, hasExif: boolean): Chunk {
  const flags = ((body[0] as number) & otherFlags) | (hasExif ? exifFlag : 0)
  return { type, body: Buffer.concat([Buffer.from([flags]), body.subarray(1)]) }
}

function chunk({ type, body }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
