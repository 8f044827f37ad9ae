import { posix } from 'node:path'
import { addDays, civil } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { readDateStyles } from './date-styles.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'
import { walkXml } from './walk-xml.ts'
import { openZip } from './zip.ts'

export interface Sheet {
  readonly name: string
  /** Rows that hold anything, by their number in the sheet; cells from column A on. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** More than any province has officials, ten times. */
const mostCells = 400_000
const mostColumns = 100

/**
 * The sheets of an Excel workbook (ECMA-376) as people see them: every cell as text, dates as dd/mm/yyyy, of a formula what it came to,
 * of merged cells each with their one content. Throws `UnreadableSpreadsheet`.
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const part = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const workbook = part('xl/workbook.xml')
  const relations = part('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || relations === undefined) throw new UnreadableSpreadsheet('broken')
  const targets = new Map<string, string>()
  walkXml(relations, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, posix.resolve('/xl', Target).slice(1))
    },
  })
  const found: { name: string; target: string | undefined }[] = []
  let firstDay = '1899-12-30'
  walkXml(workbook, {
    open: (name, given) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(given['date1904'] ?? '')) firstDay = '1904-01-01'
      if (name === 'sheet') found.push({ name: given['name'] ?? '', target: targets.get(given['r:id'] ?? '') })
    },
  })
  const texts = readTexts(part('xl/sharedStrings.xml'))
  const isDate = readDateStyles(part('xl/styles.xml'))
  let left = mostCells
  return found.flatMap(({ name, target }) => {
    const sheet = target === undefined ? undefined : part(target)
    if (sheet === undefined) return []
    const rows = readRows(sheet, { texts, isDate, firstDay, most: left })
    left -= rows.reduce((sum, { cells }) => sum + cells.length, 0)
    return [{ name, rows }]
  })
}

/** The texts that cells share: runs put together, readings above the line (`rPh`) left out. */
function readTexts(bytes: Buffer | undefined): string[] {
  const texts: string[] = []
  if (bytes === undefined) return texts
  let inText = false
  let inReading = false
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') inReading = true
      if (name === 't') inText = true
    },
    text: (text) => {
      if (inText && !inReading) texts[texts.length - 1] += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
    },
  })
  return texts
}

interface Reading {
  readonly texts: readonly string[]
  readonly isDate: (style: number) => boolean
  readonly firstDay: string
  readonly most: number
}

function readRows(bytes: Buffer, reading: Reading): Sheet['rows'] {
  const rows = new Map<number, string[]>()
  const merged: string[] = []
  let count = 0
  let line = 0
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let takes = false
  const put = (at: number, inColumn: number, text: string) => {
    const cells = rows.get(at) ?? []
    rows.set(at, cells)
    count += Math.max(0, inColumn + 1 - cells.length)
    if (count > reading.most) throw new UnreadableSpreadsheet('tooBig')
    while (cells.length < inColumn) cells.push('')
    cells[inColumn] = text
  }
  walkXml(bytes, {
    open: (name, { r, t, s, ref }) => {
      if (name === 'row') {
        line = r === undefined ? line + 1 : Number(r)
        column = -1
      } else if (name === 'c') {
        column = r === undefined ? column + 1 : placeOf(r).column
        type = t ?? 'n'
        style = Number(s ?? 0)
        value = ''
      } else if (name === 'mergeCell' && ref !== undefined) merged.push(ref)
      // `is` holds the text of a cell that shares none; `f`, its formula, is passed over.
      takes = name === 'v' || (name === 't' && type === 'inlineStr')
    },
    text: (text) => {
      if (takes) value += text
    },
    close: (name) => {
      takes = false
      if (name !== 'c' || value === '' || column >= mostColumns || !Number.isSafeInteger(line)) return
      const text = type === 's' ? (reading.texts[Number(value)] ?? '') : shown(value, type, style, reading)
      if (text.trim() !== '') put(line, column, text)
    },
  })
  for (const ref of merged) spread(ref, rows, put)
  return [...rows].sort(([a], [b]) => a - b).map(([at, cells]) => ({ line: at, cells }))
}

/** What a merged range says, it says in each of its cells. */
function spread(
  ref: string,
  rows: ReadonlyMap<number, readonly string[]>,
  put: (line: number, column: number, text: string) => void,
): void {
  const [from, to] = ref.split(':').map(placeOf)
  const text = from && rows.get(from.line)?.[from.column]
  if (from === undefined || to === undefined || text === undefined || text === '') return
  for (let line = from.line; line <= to.line; line++)
    for (let column = from.column; column <= Math.min(to.column, mostColumns - 1); column++) put(line, column, text)
}

/** `B12`: column 1, line 12. */
function placeOf(ref: string): { line: number; column: number } {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (found === null) throw new UnreadableSpreadsheet('broken')
  const column = Array.from(found[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { line: Number(found[2]), column }
}

function shown(value: string, type: string, style: number, { isDate, firstDay }: Reading): string {
  if (type === 'e') return ''
  if (type === 'd') return showIso(value)
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (isDate(style) && number >= 1 && number < 200_000) return showDate(addDays(civil(firstDay), Math.floor(number)))
  return Number.isSafeInteger(number) ? String(number) : value
}

/** `2026-01-31T00:00:00` as the day it begins with. */
const showIso = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3/$2/$1')
