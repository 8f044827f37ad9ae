import { csvFile } from '#values/csv.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { formSixFigures } from './columns.ts'
import type { DayPeriod, FormSixRow } from './form-six.ts'

export const formSixHeads: readonly Words[] = [
  { vi: 'Lĩnh vực, thủ tục, cơ quan', en: 'Field, procedure or body' },
  { vi: 'Cấp', en: 'Level' },
  ...formSixFigures.map(({ head }) => head),
]

/** Form 06 as CSV, in the order of its columns. */
export const formSixFile = (rows: readonly FormSixRow[], { from, to }: DayPeriod, language: Language): File =>
  csvFile(`mau-06-${from}-${to}.csv`, [
    formSixHeads.map((head) => say(head, language)),
    ...rows.map((row) => [
      row.name,
      row.level === null ? '' : say(sayTier(row.level), language),
      ...formSixFigures.map(({ of }) => String(of(row))),
    ]),
  ])
