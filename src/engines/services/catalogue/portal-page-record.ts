import { z } from 'zod'
import type { Words } from '#values/words.ts'
import { fold, tidy } from '#values/text.ts'
import type { AnnouncedProcedure, Understood } from './announced-procedure.ts'
import { readLimit, readName, readPapers, readText, readTiers } from './read-parts.ts'

/** A page of the national portal as it is read off by its headings. */
export const PortalPageRecord = z.object({
  title: z.string(),
  nationalCode: z.string().nullish(),
  'Trình tự thực hiện': z.string(),
  'Cách thức thực hiện': z.array(
    z.object({
      'Hình thức nộp': z.string(),
      'Thời hạn giải quyết': z.string(),
      'Phí, lệ phí': z.string(),
      'Mô tả': z.string(),
    }),
  ),
  'Thành phần hồ sơ': z.array(z.object({ 'Tên giấy tờ': z.string() })),
  'Cơ quan thực hiện': z.string(),
})

export function understandPortalPage(record: z.output<typeof PortalPageRecord>): Understood {
  const papers = readPapers(record['Thành phần hồ sơ'].map((paper) => paper['Tên giấy tờ']))
  const ways = record['Cách thức thực hiện']
  const limits = [...new Map(ways.flatMap((way) => readLimit(way['Thời hạn giải quyết']) ?? []).map(byKey)).values()]
  const performer = tidy(record['Cơ quan thực hiện'])
  const tiers = readTiers(performer)
  const isCentral = tiers.length === 0 && /^(bo|cuc|tong cuc|van phong chinh phu)\b/.test(fold(performer))
  return {
    said: {
      code: record.nationalCode?.trim() || null,
      localCode: null,
      name: readName(record.title),
      level: tiers.length === 1 ? tiers[0]! : null,
      performer,
      field: '',
      subjects: [],
      timeLimits: limits,
      fees: feesOf(ways.map((way) => way['Phí, lệ phí'])),
      papers: papers.papers,
      sets: 1,
      result: '',
      legalBasis: [],
      course: readText(record['Trình tự thực hiện']),
      ways: Object.entries(wayNames).flatMap(([name, way]) =>
        ways.some((one) => one['Hình thức nộp'] === name) ? [way] : [],
      ),
      conditions: '',
      decision: null,
    },
    reasons: isCentral ? [central(performer)] : [],
    doubts: limits.length > 1 ? [severalLimits] : [],
    setAside: papers.setAside,
  }
}

type Limit = AnnouncedProcedure['timeLimits'][number]
const byKey = (limit: Limit): [string, Limit] => [`${limit.amount} ${limit.unit}`, limit]

const wayNames = { 'Trực tiếp': 'in-person', 'Trực tuyến': 'online', 'Dịch vụ bưu chính': 'postal' } as const

/** `Lệ phí: 200000 ĐồngXem chi tiết`; null where no amount can be read. */
function feesOf(texts: readonly string[]): AnnouncedProcedure['fees'] {
  const said = [
    ...new Set(texts.map((text) => tidy(text.replaceAll('Xem chi tiết', ' '))).filter((text) => text !== '')),
  ]
  const amounts = new Set(
    said.flatMap((text) =>
      [...text.matchAll(/(?<!\d)(\d[\d.]*)\s*đồng/giu)].map(([, digits]) => Number(digits!.replaceAll('.', ''))),
    ),
  )
  const [only] = amounts
  if (only !== undefined && amounts.size === 1) return only === 0 ? [] : [{ amount: only }]
  const words = said.filter((text) => /\p{L}{2} \p{L}{2,} \p{L}{2}/u.test(text) || amounts.size > 1)
  return words.length === 0 ? null : words.map((text) => ({ note: { vi: text, en: text } }))
}

const central = (performer: string): Words => ({
  vi: `Cơ quan thực hiện là trung ương (${performer}), không phải của tỉnh`,
  en: `Done by a central authority (${performer}), not by the province`,
})
const severalLimits: Words = { vi: 'Thời hạn khác nhau theo cách nộp', en: 'The time limit differs by channel' }
