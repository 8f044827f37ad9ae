import { showDate } from '#values/show-time.ts'
import { say, type Language, type Words } from '#values/words.ts'
import { csvCell } from '#values/csv.ts'
import { sayTier } from '#engines/directory/contract.ts'
import type { DayPeriod, FormSixRow } from './form-six.ts'

const heads: readonly Words[] = [
  { vi: 'Lĩnh vực, thủ tục, cơ quan', en: 'Field, procedure or body' },
  { vi: 'Cấp', en: 'Level' },
  { vi: 'Tiếp nhận: tổng số', en: 'Received: all' },
  { vi: 'Tiếp nhận trực tuyến', en: 'Received online' },
  { vi: 'Tiếp nhận trực tiếp, bưu chính', en: 'Received at counters, by post' },
  { vi: 'Từ kỳ trước', en: 'Carried over' },
  { vi: 'Đã giải quyết: tổng số', en: 'Solved: all' },
  { vi: 'Trước hạn', en: 'Early' },
  { vi: 'Đúng hạn', en: 'On time' },
  { vi: 'Quá hạn', en: 'Late' },
  { vi: 'Rút, dừng', en: 'Withdrawn or stopped' },
  { vi: 'Đang giải quyết: tổng số', en: 'In progress: all' },
  { vi: 'Đang giải quyết trong hạn', en: 'In progress, within the limit' },
  { vi: 'Đang giải quyết quá hạn', en: 'In progress, late' },
]

/** Form 06 as CSV (RFC 4180), in the order of its columns; cells that could be read as formulas are made text. */
export function formSixFile(rows: readonly FormSixRow[], { from, to }: DayPeriod, language: Language): File {
  const lines = rows.map((row) =>
    [
      row.name,
      row.level === null ? '' : say(sayTier(row.level), language),
      ...[
        row.carried + row.online + row.direct,
        row.online,
        row.direct,
        row.carried,
        row.early + row.onTime + row.late,
        row.early,
        row.onTime,
        row.late,
        row.stopped,
        row.inProgress,
        row.inProgress - row.inProgressLate,
        row.inProgressLate,
      ].map(String),
    ]
      .map(csvCell)
      .join(','),
  )
  const text = [heads.map((head) => csvCell(say(head, language))).join(','), ...lines].join('\r\n')
  // The mark tells spreadsheets that this is UTF-8.
  return new File(['\ufeff', text, '\r\n'], `mau-06-${showDate(from)}-${showDate(to)}.csv`.replaceAll('/', '-'), {
    type: 'text/csv; charset=utf-8',
  })
}
