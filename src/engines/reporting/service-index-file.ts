import { csvFile } from '#values/csv.ts'
import { showShare } from '#values/show-share.ts'
import { say, type Language, type Words } from '#values/words.ts'
import type { DayPeriod } from './form-six.ts'
import { indicators, reasonOf } from './indicator-words.ts'
import type { IndexFigure } from './service-index.ts'

const heads: readonly Words[] = [
  { vi: 'Mã', en: 'Id' },
  { vi: 'Chỉ số', en: 'Indicator' },
  { vi: 'Cách tính', en: 'Formula' },
  { vi: 'Đạt', en: 'Met' },
  { vi: 'Trên tổng số', en: 'Of' },
  { vi: 'Tỷ lệ', en: 'Share' },
  { vi: 'Vì sao không có số', en: 'Why there is no figure' },
]

/** A figure in words; one without rows says why instead of a number. */
export function sayIndex({ id, counted }: IndexFigure, language: Language) {
  const isThere = counted !== null && counted.of > 0
  return {
    id,
    name: say(indicators[id].name, language),
    formula: say(indicators[id].formula, language),
    met: isThere ? counted.met : null,
    of: isThere ? counted.of : null,
    reason: isThere
      ? null
      : say(
          counted === null ? reasonOf(id) : { vi: 'Kỳ này chưa có số liệu.', en: 'Nothing in this period.' },
          language,
        ),
  }
}

/** The index as CSV, one indicator a line. */
export const serviceIndexFile = (figures: readonly IndexFigure[], { from, to }: DayPeriod, language: Language): File =>
  csvFile(`bo-chi-so-${from}-${to}.csv`, [
    heads.map((head) => say(head, language)),
    ...figures
      .map((figure) => sayIndex(figure, language))
      .map(({ id, name, formula, met, of, reason }) => [
        id,
        name,
        formula,
        met === null ? '' : String(met),
        of === null ? '' : String(of),
        met === null || of === null ? '' : showShare(met, of),
        reason ?? '',
      ]),
  ])
