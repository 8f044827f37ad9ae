import { csvFile } from '#values/csv.ts'
import { showShare } from '#values/show-share.ts'
import { say, type Language, type Words } from '#values/words.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import type { PaperReuseRow } from './paper-reuse.ts'

/** The heads of its columns, in their order. */
export const paperReuseHeads: readonly Words[] = [
  { vi: 'Mã', en: 'Id' },
  { vi: 'Thủ tục, cơ quan', en: 'Procedure or body' },
  { vi: 'Hồ sơ có giấy tờ tỉnh đã có', en: 'Dossiers with papers that the province had' },
  { vi: 'Hồ sơ dùng lại', en: 'Dossiers that used some again' },
  { vi: 'Tỷ lệ', en: 'Share' },
  { vi: 'Giấy tờ tỉnh đã có', en: 'Papers had' },
  { vi: 'Giấy tờ dùng lại', en: 'Papers used again' },
]

/** Papers used again as CSV, one procedure or body a line. */
export const paperReuseFile = (rows: readonly PaperReuseRow[], { from, to }: DayPeriod, language: Language): File =>
  csvFile(`dung-lai-giay-to-${from}-${to}.csv`, [
    paperReuseHeads.map((head) => say(head, language)),
    ...rows.map(({ id, name, had, reused, papersHad, papersReused }) => [
      id,
      name,
      String(had),
      String(reused),
      showShare(reused, had),
      String(papersHad),
      String(papersReused),
    ]),
  ])
