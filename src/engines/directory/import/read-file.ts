import { extname } from 'node:path'
import { readWorkbook, type Sheet } from '#kernel/spreadsheet/read-workbook.ts'
import { UnreadableSpreadsheet } from '#kernel/spreadsheet/unreadable.ts'
import { Problem } from '#values/errors.ts'
import { tidy } from '#values/text.ts'
import { marks, readTable } from '../reorganization/read-table.ts'
import { columnsOf, isLegend, missingColumns, sheetKinds, type SheetKind } from './columns.ts'
import { importProblems } from './problems.ts'

/** One line as it was written: the texts of its cells by the key of their column. */
export interface GivenRow {
  readonly kind: SheetKind
  readonly sheet: string
  /** As in the file: the first line is 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface GivenFile {
  readonly rows: readonly GivenRow[]
  /** Sheets that are of no kind, with the columns that they lack for the kind they come nearest to. */
  readonly unread: readonly { readonly sheet: string; readonly missing: readonly string[] }[]
}

/** Whatever stands above the titles: the name of the agency, of the list. */
const mostAboveTitles = 15
const mostRows = 20_000

/** Reads a workbook or a table of one kind. Throws `unreadableFile`, `fileTooBig` or `noKnownSheet`. */
export function readImportFile(name: string, bytes: Uint8Array): GivenFile {
  const rows: GivenRow[] = []
  const unread: { sheet: string; missing: string[] }[] = []
  for (const sheet of sheetsOf(name, bytes)) {
    if (sheet.rows.length === 0 || isLegend(sheet.rows[0]?.cells ?? [])) continue
    const titled = findTitles(sheet)
    if ('missing' in titled) unread.push({ sheet: sheet.name, missing: titled.missing })
    else rows.push(...linesBelow(sheet, titled))
  }
  if (rows.length > mostRows) throw new Problem('fileTooBig', importProblems.fileTooBig)
  if (rows.length === 0) {
    const places = unread.map(({ sheet, missing }) => ({
      path: 'content',
      message: {
        vi: `Trang “${sheet}” thiếu cột: ${missing.join(', ')}.`,
        en: `The sheet “${sheet}” lacks columns: ${missing.join(', ')}.`,
      },
    }))
    throw new Problem('noKnownSheet', importProblems.noKnownSheet, { places })
  }
  return { rows, unread }
}

function sheetsOf(name: string, bytes: Uint8Array): Sheet[] {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes)
    return [readText(name.slice(0, name.length - extname(name).length), decode(bytes))]
  } catch (error) {
    if (error instanceof UnreadableSpreadsheet && error.why === 'tooBig')
      throw new Problem('fileTooBig', importProblems.fileTooBig, { cause: error })
    if (error instanceof UnreadableSpreadsheet || error instanceof TypeError)
      throw new Problem('unreadableFile', importProblems.unreadableFile, { cause: error })
    throw error
  }
}

/** A table as text, divided by the mark with which it has titles: above them others may stand. */
function readText(name: string, text: string): Sheet {
  const sheets = marks.map((mark) => {
    const { titles, lines } = readTable(text, mark)
    return { name, rows: [{ line: 1, cells: titles }, ...lines] }
  })
  return sheets.find((sheet) => 'kind' in findTitles(sheet)) ?? (sheets[0] as Sheet)
}

/** A table saved as text: UTF-8, or UTF-16 as Excel's "Unicode text". */
function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  if (text.includes('\0')) throw new TypeError('no text')
  return text
}

interface Titles {
  readonly kind: SheetKind
  readonly line: number
  readonly keys: readonly (string | undefined)[]
}

function findTitles({ rows }: Sheet): Titles | { missing: string[] } {
  let nearest: string[] | undefined
  for (const { line, cells } of rows.slice(0, mostAboveTitles))
    for (const kind of sheetKinds) {
      const keys = columnsOf(kind, cells)
      const missing = missingColumns(kind, keys)
      if (missing.length === 0) return { kind, line, keys }
      if (keys.some((key) => key !== undefined) && missing.length < (nearest?.length ?? Number.POSITIVE_INFINITY))
        nearest = missing
    }
  return { missing: nearest ?? missingColumns('people', []) }
}

const linesBelow = (sheet: Sheet, { kind, line: titles, keys }: Titles): GivenRow[] =>
  sheet.rows
    .filter(({ line }) => line > titles)
    .map(({ line, cells }) => ({
      kind,
      sheet: sheet.name,
      line,
      cells: Object.fromEntries(
        keys.flatMap((key, at) => {
          const text = tidy(cells[at] ?? '')
          return key === undefined || text === '' ? [] : [[key, text.slice(0, 500)]]
        }),
      ),
    }))
    .filter(({ cells }) => Object.keys(cells).length > 0)
