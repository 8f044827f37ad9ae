import type { Context } from '#kernel/operations/context.ts'
import { csvFile } from '#values/csv.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { say, type Words } from '#values/words.ts'
import { comparedWords, refundWords } from '../web/words.ts'
import { waivedOn } from '../waiver.ts'
import { closingsOf } from './desk.ts'
import { compareDay, desksOf, sumsOf } from './reconcile.ts'
import { returnedOn } from './returned.ts'

const heads = {
  compared: [
    { vi: 'Kết quả', en: 'State' },
    { vi: 'Mã tham chiếu', en: 'Reference' },
    { vi: 'Mã giao dịch', en: 'Transaction' },
    { vi: 'Tỉnh ghi', en: 'Ours' },
    { vi: 'Nền tảng ghi', en: 'Theirs' },
    { vi: 'Hồ sơ', en: 'Dossier' },
    { vi: 'Lúc', en: 'At' },
  ],
  desks: [
    { vi: 'Quầy', en: 'Counter' },
    { vi: 'Số biên lai', en: 'Receipts' },
    { vi: 'Qua mạng', en: 'Online' },
    { vi: 'Tiền mặt', en: 'Cash' },
    { vi: 'Chuyển khoản', en: 'Transfer' },
    { vi: 'Khoản chưa chốt quỹ', en: 'Not closed' },
  ],
  closings: [
    { vi: 'Sổ quỹ đã chốt tại', en: 'Desk closed at' },
    { vi: 'Người chốt', en: 'Closed by' },
    { vi: 'Lúc', en: 'At' },
    { vi: 'Tiền mặt phải có', en: 'Cash due' },
    { vi: 'Đếm được', en: 'Counted' },
    { vi: 'Chuyển khoản', en: 'Transfer' },
    { vi: 'Lý do chênh lệch', en: 'Why it differs' },
    { vi: 'Người ký nhận', en: 'Signed off by' },
  ],
  returned: [
    { vi: 'Đã hoàn trả tại', en: 'Returned at' },
    { vi: 'Hồ sơ', en: 'Dossier' },
    { vi: 'Số tiền', en: 'Amount' },
    { vi: 'Vì sao', en: 'Why' },
    { vi: 'Quyết định', en: 'Decision' },
    { vi: 'Chứng từ', en: 'Transfer' },
    { vi: 'Người ghi', en: 'Written by' },
  ],
  waived: [
    { vi: 'Miễn, giảm tại', en: 'Exempt at' },
    { vi: 'Diện', en: 'Ground' },
    { vi: 'Căn cứ', en: 'Basis' },
    { vi: 'Số khoản', en: 'Count' },
    { vi: 'Số tiền không thu', en: 'Not collected' },
  ],
} as const satisfies Record<string, readonly Words[]>

const total: Words = { vi: 'Cộng', en: 'Total' }

/** A day for a spreadsheet: compared with the platform, then what counters took, closed, gave back, and did not collect. */
export async function exportDay(ctx: Context, day: PlainDate): Promise<File> {
  const t = (words: Words) => say(words, ctx.language)
  const compared = await compareDay(ctx, day)
  const sums = sumsOf(compared)
  ctx.note({ objectType: 'reconciliation', objectId: day, facts: { rows: compared.length } })
  const table = (head: readonly Words[], found: readonly (readonly string[])[]) =>
    found.length === 0 ? [] : [[], head.map(t), ...found]
  return csvFile(`doi-soat-${day}.csv`, [
    heads.compared.map(t),
    ...compared.map((row) => [
      t(comparedWords[row.state]),
      row.reference,
      row.transactionCode,
      row.ours === null ? '' : String(row.ours),
      row.theirs === null ? '' : String(row.theirs),
      row.fileCode ?? '',
      row.at.toISOString(),
    ]),
    [t(total), '', '', String(sums.ours), String(sums.theirs), '', ''],
    ...table(
      heads.desks,
      (await desksOf(ctx, day)).map((row) => [
        row.unitName,
        ...[row.receipts, row.online, row.cash, row.transfer, row.unclosed].map(String),
      ]),
    ),
    ...table(
      heads.closings,
      (await closingsOf(ctx, day)).map((row) => [
        row.unitName,
        row.accountName,
        row.closedAt.toISOString(),
        ...[row.cash, row.counted, row.transfer].map(String),
        row.note ?? '',
        row.signedBy ?? '',
      ]),
    ),
    ...table(
      heads.returned,
      (await returnedOn(ctx, day)).map((row) => [
        row.unitName,
        row.fileCode,
        String(row.amount),
        t(refundWords[row.cause] ?? { vi: row.cause, en: row.cause }),
        row.decision,
        row.transferCode,
        row.returnedBy,
      ]),
    ),
    ...table(
      heads.waived,
      (await waivedOn(ctx, day)).map((row) => [
        row.unitName,
        t(row.ground),
        row.basis ?? '',
        String(row.count),
        String(row.waived),
      ]),
    ),
  ])
}
