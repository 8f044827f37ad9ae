import { maxRatio, maxUnpacked, type Checked } from '../checked.ts'
import { jpegSize } from '../jpeg.ts'
import { refuse } from '../refused.ts'
import { checkAutomatic } from './check-automatic.ts'
import { checkNames } from './check-names.ts'
import { countUnpacked, filtersOf, type Filter } from './filters.ts'
import { countPages } from './pages.ts'
import { readPdf, type PdfFile } from './pdf-file.ts'
import { isDictionary, isSpace, type Dictionary } from './values.ts'

/** Largest picture inside, unpacked: an A3 sheet in colour at 600 dots an inch has 200 MB. */
const maxPicture = 512 * 1024 * 1024
const maxPictures = 2 * 1024 * 1024 * 1024

/** A ratio says something only of what is large: a blank page of text packs to nothing. */
const ratioCountsFrom = 16 * 1024 * 1024

/**
 * Reads a PDF from both ends: the head at the first byte, the end mark at the last, an unbroken chain of tables, every object
 * that stands anywhere in it, the pages. Nothing in it may act by itself, carry other files or be encrypted.
 */
export async function checkPdf(bytes: Buffer): Promise<Checked> {
  const text = bytes.toString('latin1')
  if (!/^%PDF-(1\.\d|2\.0)/.test(text)) refuse('damaged', 'head')
  const file = openPdf(bytes, text)
  for (const { value } of file.objects) checkNames(value)
  for (const { value } of file.packed) checkNames(value)
  for (const trailer of file.trailers) checkNames(trailer)
  checkAutomatic(file)
  const pages = countPages(file)
  await checkStreams(file, bytes.length)
  return { mediaType: 'application/pdf', pages }
}

/** A PDF taken apart, not judged yet. */
export const openPdf = (bytes: Buffer, text = bytes.toString('latin1')): PdfFile =>
  readPdf(bytes, text, startOfTables(bytes, text))

function startOfTables(bytes: Buffer, text: string): number {
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) refuse('damaged', 'end')
  for (let at = end + 5; at < bytes.length; at += 1)
    if (!isSpace(bytes[at])) refuse('twoFormats', 'bytes after the end')
  const match = /startxref\s+(\d{1,12})\s*(?:%[^\r\n]*\s*)?$/.exec(text.slice(Math.max(0, end - 200), end))
  return match === null ? refuse('damaged', 'startxref') : Number(match[1])
}

/** No stream may unpack to more than a reader can bear. Pictures may be large, but not larger than they say. */
async function checkStreams(file: PdfFile, size: number): Promise<void> {
  let unpacked = 0
  let pictures = 0
  for (const { value, stream } of file.objects) {
    if (stream === undefined || !isDictionary(value)) continue
    if (value.entries.has('/F')) refuse('activeContent', 'content in another file')
    const picture = pictureSize(value, file)
    if (picture !== undefined && picture > maxPicture) refuse('tooManyPixels')
    const filters = filtersOf(value, file.resolve)
    checkJpegInside(stream, filters)
    const limit = picture === undefined ? maxUnpacked - unpacked : picture
    const found = await countUnpacked(stream, filters, limit)
    if (found > limit) refuse('tooLargeInside', 'stream')
    if (picture === undefined) unpacked += found
    else pictures += found
    if (pictures > maxPictures || (unpacked > ratioCountsFrom && unpacked > size * maxRatio))
      refuse('tooLargeInside', 'streams')
  }
}

/** How many bytes a picture may have by what it says of itself, with room for filter bytes and sloppy writers. */
function pictureSize({ entries }: Dictionary, { resolve }: PdfFile): number | undefined {
  if (resolve(entries.get('/Subtype')) !== '/Image') return undefined
  const [width, height, bits] = ['/Width', '/Height', '/BitsPerComponent'].map((key) => resolve(entries.get(key)))
  if (typeof width !== 'number' || typeof height !== 'number' || !(width > 0) || !(height > 0))
    return refuse('damaged', 'picture')
  const row = Math.ceil((width * (typeof bits === 'number' ? bits : 8) * 4) / 8) + 1
  return row * (height + 1) + 4096
}

/** What the dictionary says of a photograph need not be what the photograph says of itself. */
function checkJpegInside(stream: Buffer, filters: readonly Filter[]): void {
  if (filters.length !== 1 || filters[0]?.name !== '/DCTDecode') return
  const size = jpegSize(stream)
  if (size && size.width * size.height * 4 > maxPicture) refuse('tooManyPixels')
}
