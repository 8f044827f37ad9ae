import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { periodBefore } from '#engines/reporting/contract.ts'
import type { Client } from '#engines/contract.ts'

type Reporting = Client['reporting']
export type Index = Awaited<ReturnType<Reporting['getServiceIndex']>>
export type IndexRow = Index['rows'][number]

export const indexWords = {
  body: { vi: 'Cơ quan, địa phương', en: 'Body' },
  everyBody: { vi: 'Mọi cơ quan', en: 'All bodies' },
  before: { vi: 'Kỳ trước', en: 'Before' },
  whole: { vi: 'Cả tỉnh', en: 'The province' },
  points: { vi: 'Điểm', en: 'Points' },
  of: { vi: '{points}/{most}', en: '{points}/{most}' },
  total: { vi: 'Tổng điểm', en: 'Total' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  onScale: { vi: 'Quy về thang điểm', en: 'On the whole scale' },
  without: { vi: 'Chưa có số liệu nên chưa có điểm: {ids}.', en: 'Without a figure and so without points: {ids}.' },
  by: {
    vi: 'Điểm theo {document} ngày {signed}, áp dụng từ {from}.',
    en: 'Points by {document} of {signed}, in force from {from}.',
  },
  noScale: {
    vi: 'Chưa quy ra điểm, xếp loại: tỉnh chưa đặt thang điểm theo văn bản của cơ quan có thẩm quyền.',
    en: 'Not turned into points and grades: no scale by a document of the authorities is set.',
  },
  readings: { vi: 'Cách hiểu công thức', en: 'How formulas are read' },
  synchronised: { vi: 'đã nhân tỷ lệ đồng bộ {share}', en: 'times {share} synchronised' },
} as const satisfies Record<string, Words>

interface Asked {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly level?: 'province' | 'district' | 'commune'
}

/**
 * The index that an address asks for, one body by `co-quan`, beside the same of the period before and, of a part, the whole province's. A
 * body says its level itself.
 */
export async function readIndex(reporting: Reporting, query: URLSearchParams, { level, ...days }: Asked) {
  const bodies = await reporting.listIndexBodies(days)
  const body = bodies.find(({ id }) => id === query.get('co-quan'))
  const of: { readonly level?: NonNullable<typeof level>; readonly unit?: string } =
    body === undefined ? (level === undefined ? {} : { level }) : { unit: body.id }
  const asked = { ...days, ...of }
  const [index, before, whole] = await Promise.all([
    reporting.getServiceIndex(asked),
    reporting.getServiceIndex({ ...periodBefore(days.from, days.to), ...of }),
    body === undefined && level === undefined ? undefined : reporting.getServiceIndex(days),
  ])
  const shares = (one: Index) => Object.fromEntries(one.rows.map(({ id, share }) => [id, share]))
  return {
    bodies,
    body,
    asked,
    index,
    before: { from: before.from, to: before.to, shares: shares(before) },
    whole: whole && shares(whole),
  }
}
