import { addDays, civil, dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'

const periods = {
  month: { vi: 'Tháng này', en: 'This month' },
  before: { vi: 'Tháng trước', en: 'Last month' },
  year: { vi: 'Năm nay', en: 'This year' },
} as const satisfies Record<string, Words>
type Period = keyof typeof periods

const levels = ['province', 'district', 'commune'] as const

const labels = {
  period: { vi: 'Thời gian', en: 'Period' },
  level: { vi: 'Cấp', en: 'Level' },
} as const satisfies Record<string, Words>

/** Of which days and which level figures are asked for: a period as people name it, `otherwise` where none is named. */
export function figuresAsked(query: URLSearchParams, otherwise: Period) {
  const named = query.get('ky') ?? ''
  const period = Object.hasOwn(periods, named) ? (named as Period) : otherwise
  const level = levels.find((one) => one === query.get('cap'))
  return { period, level, asked: { ...daysOf(period), ...(level !== undefined && { level }) } }
}

function daysOf(period: Period) {
  const to = dateAt(new Date())
  const first = civil(`${to.slice(0, 7)}-01`)
  if (period === 'month') return { from: first, to }
  if (period === 'year') return { from: civil(`${to.slice(0, 4)}-01-01`), to }
  const last = addDays(first, -1)
  return { from: civil(`${last.slice(0, 7)}-01`), to: last }
}

export const periodSelect = (t: (words: Words) => string, period: Period) => ({
  name: 'ky',
  label: t(labels.period),
  value: period,
  options: Object.entries(periods).map(([value, words]) => ({ value, text: t(words) })),
})

/** `all` is what stands for no level. */
export const levelSelect = (t: (words: Words) => string, level: string | undefined, all: Words) => ({
  name: 'cap',
  label: t(labels.level),
  value: level ?? '',
  options: [{ value: '', text: t(all) }, ...levels.map((value) => ({ value, text: t(sayTier(value)) }))],
})
