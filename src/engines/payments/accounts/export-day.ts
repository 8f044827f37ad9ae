import type { Context } from '#kernel/operations/context.ts'
import { csvFile } from '#values/csv.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { compareDay, type Compared } from './reconcile.ts'

const heads: readonly Words[] = [
  { vi: 'Kết quả', en: 'State' },
  { vi: 'Mã tham chiếu', en: 'Reference' },
  { vi: 'Mã giao dịch', en: 'Transaction' },
  { vi: 'Tỉnh ghi', en: 'Ours' },
  { vi: 'Nền tảng ghi', en: 'Theirs' },
  { vi: 'Hồ sơ', en: 'Dossier' },
  { vi: 'Lúc', en: 'At' },
]

/** How the two sides agree, in words. */
export const comparedWords: Readonly<Record<Compared['state'], Words>> = {
  matched: { vi: 'Khớp', en: 'Matched' },
  'ours-only': { vi: 'Chỉ tỉnh có', en: 'Ours only' },
  'theirs-only': { vi: 'Chỉ nền tảng có', en: 'Theirs only' },
  differs: { vi: 'Lệch số tiền', en: 'Amounts differ' },
}

/** A day compared, as a table for a spreadsheet. */
export async function exportDay(ctx: Context, day: PlainDate): Promise<File> {
  const t = (words: Words) => say(words, ctx.language)
  const compared = await compareDay(ctx, day)
  ctx.note({ objectType: 'reconciliation', objectId: day, facts: { rows: compared.length } })
  return csvFile(`doi-soat-${day}.csv`, [
    heads.map(t),
    ...compared.map((row) => [
      t(comparedWords[row.state]),
      row.reference,
      row.transactionCode,
      row.ours === null ? '' : String(row.ours),
      row.theirs === null ? '' : String(row.theirs),
      row.fileCode ?? '',
      row.at.toISOString(),
    ]),
  ])
}
