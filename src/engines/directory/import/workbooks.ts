import { writeWorkbook, type NewSheet } from '#kernel/spreadsheet/write-workbook.ts'
import { legendTitles, sheetColumns, sheetOrder, sheetWords, type Column, type SheetKind } from './columns.ts'
import type { KeptOutcome } from './organization-import.ts'
import { say, type Language } from '#values/words.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook with the right titles and one line of example a sheet, and what each column means. */
export const templateWorkbook = (language: Language): File =>
  asFile('mau-nhap-to-chuc.xlsx', [
    ...sheetOrder.map((kind) => ({
      name: say(sheetWords[kind], language),
      columns: columnsOf(kind),
      rows: [sheetColumns[kind].map(({ example }) => example)],
    })),
    {
      name: say({ vi: 'Cách ghi', en: 'Legend' }, language),
      columns: legendTitles.map((title, at) => ({ title: say(title, language), width: [12, 24, 10, 90][at] ?? 20 })),
      rows: sheetOrder.flatMap((kind) =>
        (sheetColumns[kind] as readonly Column[]).map(({ title, required, means }) => [
          say(sheetWords[kind], language),
          title,
          required ? 'x' : '',
          means === undefined ? '' : say(means, language),
        ]),
      ),
    },
  ])

/** The lines that were set aside as they were written, each with its reason: corrected, it is sent again as it is. */
export function asideWorkbook(aside: readonly KeptOutcome[], language: Language): File {
  const reason = { vi: 'Lý do cách ly', en: 'Why it was set aside' }
  const line = { vi: 'Dòng trong bảng đã gửi', en: 'Line of the sheet that was sent' }
  return asFile(
    'dong-cach-ly.xlsx',
    sheetOrder
      .map((kind) => ({ kind, lines: aside.filter((one) => one.kind === kind) }))
      .filter(({ lines }) => lines.length > 0)
      .map(({ kind, lines }) => ({
        name: say(sheetWords[kind], language),
        columns: [
          ...columnsOf(kind),
          { title: say(reason, language), width: 60 },
          { title: say(line, language), width: 24 },
        ],
        rows: lines.map(({ cells = {}, says, sheet, line: number }) => [
          ...sheetColumns[kind].map(({ key }) => cells[key] ?? ''),
          say(says, language),
          `${sheet}: ${number}`,
        ]),
      })),
  )
}

const columnsOf = (kind: SheetKind): NewSheet['columns'] =>
  sheetColumns[kind].map(({ title, width }) => ({ title, width }))

const asFile = (name: string, sheets: readonly NewSheet[]): File =>
  new File([new Uint8Array(writeWorkbook(sheets))], name, { type: workbookType })
