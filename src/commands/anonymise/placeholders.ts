import { pdfOfPictures } from '#values/picture-pdf.ts'
import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

/** Eight grey pixels each way. */
const jpeg = bytesOf(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////',
    '////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////',
    '////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA',
    'FAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALgA/9k=',
  ].join(''),
)
const png = bytesOf(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAIUlEQVR4AdzKMQ0AABDCwA/+hdXV4wB2mnQ7AZ/WlTaAAQAA//+Q',
    'h2lDAAAABklEQVQDAN4XGsk7FZD+AAAAAElFTkSuQmCC',
  ].join(''),
)
const webp = bytesOf('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoIAAgAB0CWJaQAA3AA/ukQAAA=')

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Placeholder {
  readonly mediaType: string
  readonly bytes: Buffer
}

/** A content that says nothing, of the same type; what we cannot make is a PDF, and says so. */
export function placeholderOf(mediaType: string): Placeholder {
  if (mediaType === 'image/jpeg') return { mediaType, bytes: jpeg }
  if (mediaType === 'image/png') return { mediaType, bytes: png }
  if (mediaType === 'image/webp') return { mediaType, bytes: webp }
  if (mediaType === sheet) return { mediaType, bytes: writeWorkbook([{ name: 'Thử', columns: [], rows: [] }]) }
  return { mediaType: 'application/pdf', bytes: Buffer.from(pdfOfPictures([{ jpeg, width: 8, height: 8 }])) }
}
