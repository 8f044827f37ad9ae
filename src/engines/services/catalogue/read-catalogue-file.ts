import { isStorable, unreadable } from '#values/storable-text.ts'
import type { Words } from '#values/words.ts'
import { splitArray } from './split-array.ts'

/** One record of a file: as it came, and as JSON unless that is what is wrong with it. */
export interface RawRecord {
  readonly raw: string
  readonly value?: unknown
  readonly fault?: Words
}

const notJson: Words = { vi: 'Dòng này không phải JSON đọc được', en: 'This line is not JSON' }
const notUtf8: Words = { vi: 'Có chữ không phải UTF-8', en: 'Some of it is not UTF-8' }
const notText: Words = {
  vi: 'Có ký tự hỏng, không phải chữ (\\u0000 hoặc nửa ký tự)',
  en: 'It holds what is no character (\\u0000, or half of one)',
}
const cutOff: Words = {
  vi: 'Tệp bị cắt giữa chừng ở bản ghi này, hoặc từ đây không đọc được',
  en: 'The file is cut off in this record, or cannot be read from here on',
}

/**
 * A whole file as records: one JSON array or object, or one JSON object a line. What is broken stays a record of its own, with the reason;
 * an array that is cut off gives every record before the cut. A byte order mark says which UTF it is.
 */
export function readCatalogueFile(bytes: Uint8Array): RawRecord[] {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const whole = parsed(text)
  if (whole !== undefined) return [whole.value].flat().map((value) => checked({ raw: JSON.stringify(value), value }))
  const array = splitArray(text)
  if (array === undefined)
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => recordOf(line, notJson))
  return [
    ...array.elements.map((element) => recordOf(element, notJson)),
    ...(array.rest === '' ? [] : [{ raw: array.rest, fault: cutOff }]),
  ]
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function recordOf(raw: string, otherwise: Words): RawRecord {
  const value = parsed(raw)
  return checked(value === undefined ? { raw, fault: otherwise } : { raw, value: value.value })
}

/** With the fault of its letters, which comes before every other. */
function checked(record: RawRecord): RawRecord {
  const { raw, value } = record
  if (raw.includes(unreadable)) return { raw, fault: notUtf8 }
  return hasBrokenText(value) ? { raw, fault: notText } : record
}

function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return !isStorable(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, one]) => hasBrokenText(key) || hasBrokenText(one))
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
