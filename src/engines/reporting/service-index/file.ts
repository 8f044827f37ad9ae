import { csvFile } from '#values/csv.ts'
import { showShare } from '#values/show-share.ts'
import { say, type Language, type Words } from '#values/words.ts'
import type { DayPeriod } from '../form-six/form-six.ts'
import { indexReadings, readingIds, wordsOfReading } from './readings.ts'
import { indicators, reasonOf } from './indicator-words.ts'
import type { IndexFigure, ServiceIndex } from './service-index.ts'

export const indexHeads: readonly Words[] = [
  { vi: 'Mã', en: 'Id' },
  { vi: 'Chỉ số', en: 'Indicator' },
  { vi: 'Cách tính', en: 'Formula' },
  { vi: 'Đạt', en: 'Met' },
  { vi: 'Trên tổng số', en: 'Of' },
  { vi: 'Tỷ lệ', en: 'Share' },
  { vi: 'Điểm', en: 'Points' },
  { vi: 'Điểm tối đa', en: 'Most points' },
  { vi: 'Vì sao không có số', en: 'Why there is no figure' },
]
const nothing: Words = { vi: 'Kỳ này chưa có số liệu.', en: 'Nothing in this period.' }
const notKnown: Words = { vi: 'Kỳ này chưa có tỷ lệ đồng bộ 1.4.', en: 'There is no share of 1.4 in this period.' }

/** A figure in words; one without rows says why instead of a number. */
export function sayIndex({ id, counted, times, share, points }: IndexFigure, language: Language) {
  const isThere = counted !== null && counted.of > 0
  const reason = isThere ? (share === null ? notKnown : null) : counted === null ? reasonOf(id) : nothing
  return {
    id,
    name: say(indicators[id].name, language),
    formula: say(indicators[id].formula, language),
    met: isThere ? counted.met : null,
    of: isThere ? counted.of : null,
    times,
    share,
    points: points?.points ?? null,
    most: points?.most ?? null,
    fullAt: points?.fullAt ?? null,
    reason: reason && say(reason, language),
  }
}

/** The whole index in words, with how it is read and by whose document it is turned into points. */
export const sayServiceIndex = ({ figures, readings, scale, total }: ServiceIndex, language: Language) => ({
  rows: figures.map((figure) => sayIndex(figure, language)),
  readings: readingIds
    // How points are counted means nothing where there are none.
    .filter((id) => scale !== undefined || indexReadings[id].of.length > 0)
    .map((id) => ({
      id,
      title: say(indexReadings[id].title, language),
      says: say(wordsOfReading(id, readings), language),
    })),
  scale:
    scale === undefined
      ? null
      : { document: scale.document, signedOn: scale.signedOn, effectiveFrom: scale.effectiveFrom },
  total: total && { ...total, without: [...total.without] },
})

const cell = (value: number | null) => (value === null ? '' : String(value))

/** The index as CSV, one indicator a line. */
export const serviceIndexFile = ({ figures }: ServiceIndex, { from, to }: DayPeriod, language: Language): File =>
  csvFile(`bo-chi-so-${from}-${to}.csv`, [
    indexHeads.map((head) => say(head, language)),
    ...figures
      .map((figure) => sayIndex(figure, language))
      .map(({ id, name, formula, met, of, share, points, most, reason }) => [
        id,
        name,
        formula,
        cell(met),
        cell(of),
        share === null ? '' : showShare(share, 1),
        cell(points),
        cell(most),
        reason ?? '',
      ]),
  ])
