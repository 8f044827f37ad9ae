import type { Words } from '#values/words.ts'

/** One record of a file: as it came, and as JSON unless that is what is wrong with it. */
export interface RawRecord {
  readonly raw: string
  readonly value?: unknown
  readonly fault?: Words
}

const notJson: Words = { vi: 'Dòng này không phải JSON đọc được', en: 'This line is not JSON' }
const notUtf8: Words = { vi: 'Dòng này không phải chữ UTF-8', en: 'This line is not UTF-8' }

/** A whole file as records: one JSON array or object, or one JSON object a line. A line that is broken stays a record of its own. */
export function readCatalogueFile(bytes: Uint8Array): RawRecord[] {
  const text = new TextDecoder('utf-8').decode(bytes)
  const whole = parsed(text)
  if (whole !== undefined) return [whole.value].flat().map((value) => ({ raw: JSON.stringify(value), value }))
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((raw) => {
      if (raw.includes('\uFFFD')) return { raw, fault: notUtf8 }
      const line = parsed(raw)
      return line === undefined ? { raw, fault: notJson } : { raw, value: line.value }
    })
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
