import { maxPixels, type Checked } from './checked.ts'
import { readOrientation, writeOrientation } from './exif.ts'
import { refuse } from './refused.ts'

interface Segment {
  readonly marker: number
  /** Of the marker, and behind the segment (with its compressed data, for a scan). */
  readonly start: number
  readonly end: number
  readonly body: Buffer
}

/** A progressive picture has about ten scans; thousands make viewers work for minutes. */
const maxScans = 100

/**
 * Walks a JPEG from its first to its last marker. Keeps what the picture needs (tables, frame, scans, JFIF, ICC profile, Adobe
 * colour transform) and how the camera was held; drops every other segment, and pictures or films that telephones append.
 */
export function checkJpeg(bytes: Buffer): Checked {
  const { segments, end } = walk(bytes)
  const frames = segments.filter((one) => isFrame(one.marker))
  const scans = segments.filter((one) => one.marker === sos)
  const [frame] = frames
  if (frame === undefined || frames.length > 1 || scans.length === 0 || frame.start > (scans[0] as Segment).start)
    return refuse('damaged')
  if (scans.length > maxScans) refuse('tooLargeInside')
  const { width, height } = sizeOf(frame)
  if (width * height > maxPixels) refuse('tooManyPixels')
  const rest = bytes.subarray(end)
  if (rest.length > 0 && !isKnownTrailer(rest, segments)) refuse('twoFormats', 'bytes after the end')
  return { mediaType: 'image/jpeg', width, height, cleaned: rewrite(bytes, segments) }
}

/** Width and height that a JPEG declares; undefined when it cannot be read so far. */
export function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    const frame = walk(bytes, true).segments.find((one) => isFrame(one.marker))
    return frame && sizeOf(frame)
  } catch {
    return undefined
  }
}

function sizeOf({ body }: Segment) {
  if (body.length < 6) refuse('damaged')
  const height = body.readUInt16BE(1)
  const width = body.readUInt16BE(3)
  if (width === 0 || height === 0) refuse('damaged')
  return { width, height }
}

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
const app0 = 0xe0
const app1 = 0xe1
const app2 = 0xe2
const app14 = 0xee
const comment = 0xfe
const isApp = (marker: number) => marker >= app0 && marker <= 0xef
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function walk(bytes: Buffer, untilFrame = false): { segments: Segment[]; end: number } {
  if (bytes[0] !== 0xff || bytes[1] !== soi) refuse('damaged')
  const segments: Segment[] = []
  let at = 2
  for (;;) {
    const start = at
    if (bytes[at] !== 0xff) refuse('damaged')
    while (bytes[at] === 0xff) at += 1
    const marker = bytes[at] ?? refuse('damaged')
    at += 1
    if (marker === eoi) return { segments, end: at }
    if (marker === 0 || marker === 1 || marker === soi || isRestart(marker) || at + 2 > bytes.length) refuse('damaged')
    const length = bytes.readUInt16BE(at)
    if (length < 2 || at + length > bytes.length) refuse('damaged')
    const body = bytes.subarray(at + 2, at + length)
    at += length
    if (marker === sos) at = skipScan(bytes, at)
    segments.push({ marker, start, end: at, body })
    if (untilFrame && isFrame(marker)) return { segments, end: at }
  }
}

/** Behind the compressed data of a scan: the next marker that is neither a stuffed zero nor a restart. */
function skipScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return refuse('damaged')
    const next = bytes[at + 1] as number
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at += next === 0xff ? 1 : 2
  }
}

/** Samsung's block, a film announced in XMP, padding, or behind it a second picture announced by an MPF index. All are cut off. */
function isKnownTrailer(trailer: Buffer, segments: readonly Segment[]): boolean {
  if (trailer.subarray(-4).equals(Buffer.from('SEFT'))) return true
  const says = (marker: number, word: string) =>
    segments.some((one) => one.marker === marker && one.body.includes(word))
  const isFilm = trailer.subarray(4, 8).equals(Buffer.from('ftyp'))
  if (isFilm && (says(app1, 'MotionPhoto') || says(app1, 'MicroVideo'))) return true
  const padding = trailer.findIndex((byte) => byte !== 0)
  if (padding < 0) return true
  const isPicture = trailer[padding] === 0xff && trailer[padding + 1] === soi
  return isPicture && (says(app2, 'MPF\0') || says(app1, 'hdrgm'))
}

function rewrite(bytes: Buffer, segments: readonly Segment[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0xff, soi])]
  const exif = segments.find((one) => one.marker === app1 && one.body.subarray(0, 6).equals(Buffer.from('Exif\0\0')))
  const orientation = exif ? readOrientation(exif.body.subarray(6)) : 1
  const jfif = segments.find(
    (one) => one.marker === app0 && one.body.length >= 14 && one.body.subarray(0, 5).equals(Buffer.from('JFIF\0')),
  )
  // Twelve bytes of resolution; the two behind them are the size of a small picture, which goes.
  if (jfif) parts.push(segment(app0, Buffer.concat([jfif.body.subarray(0, 12), Buffer.alloc(2)])))
  if (orientation > 1)
    parts.push(segment(app1, Buffer.concat([Buffer.from('Exif\0\0'), writeOrientation(orientation)])))
  for (const one of segments) if (isKept(one)) parts.push(bytes.subarray(one.start, one.end))
  return Buffer.concat([...parts, Buffer.from([0xff, eoi])])
}

function isKept({ marker, body }: Segment): boolean {
  if (marker === app2) return body.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'))
  if (marker === app14) return body.length === 12 && body.subarray(0, 5).equals(Buffer.from('Adobe'))
  return !isApp(marker) && marker !== comment
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
