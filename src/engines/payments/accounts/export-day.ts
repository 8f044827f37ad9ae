import type { Context } from '#kernel/operations/context.ts'
import { csvFile } from '#values/csv.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { comparedWords } from '../web/words.ts'
import { waivedOn } from '../waiver.ts'
import { compareDay } from './reconcile.ts'

const heads: readonly Words[] = [
  { vi: 'Kết quả', en: 'State' },
  { vi: 'Mã tham chiếu', en: 'Reference' },
  { vi: 'Mã giao dịch', en: 'Transaction' },
  { vi: 'Tỉnh ghi', en: 'Ours' },
  { vi: 'Nền tảng ghi', en: 'Theirs' },
  { vi: 'Hồ sơ', en: 'Dossier' },
  { vi: 'Lúc', en: 'At' },
]

const waivedHeads: readonly Words[] = [
  { vi: 'Miễn, giảm tại', en: 'Exempt at' },
  { vi: 'Diện', en: 'Ground' },
  { vi: 'Căn cứ', en: 'Basis' },
  { vi: 'Số khoản', en: 'Count' },
  { vi: 'Số tiền không thu', en: 'Not collected' },
]

/** A day compared, and below it what was not collected from whoever is exempt, as a table for a spreadsheet. */
export async function exportDay(ctx: Context, day: PlainDate): Promise<File> {
  const t = (words: Words) => say(words, ctx.language)
  const compared = await compareDay(ctx, day)
  const waived = await waivedOn(ctx, day)
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
    ...(waived.length === 0
      ? []
      : [
          [],
          waivedHeads.map(t),
          ...waived.map((row) => [row.unitName, t(row.ground), row.basis ?? '', String(row.count), String(row.waived)]),
        ]),
  ])
}
