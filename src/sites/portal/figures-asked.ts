import type { Words } from '#values/words.ts'
import { sayTier } from '#engines/directory/contract.ts'
import { daysOfPeriod, figurePeriods, isFigurePeriod, type FigurePeriod } from '../figure-periods.ts'

const levels = ['province', 'district', 'commune'] as const

const labels = {
  period: { vi: 'Thời gian', en: 'Period' },
  level: { vi: 'Cấp', en: 'Level' },
} as const satisfies Record<string, Words>

/** Of which days and which level figures are asked for: a period as people name it, `otherwise` where none is named. */
export function figuresAsked(query: URLSearchParams, otherwise: FigurePeriod) {
  const named = query.get('ky') ?? ''
  const period = isFigurePeriod(named) ? named : otherwise
  const level = levels.find((one) => one === query.get('cap'))
  return { period, level, asked: { ...daysOfPeriod(period), ...(level !== undefined && { level }) } }
}

export const periodSelect = (t: (words: Words) => string, period: FigurePeriod) => ({
  name: 'ky',
  label: t(labels.period),
  value: period,
  options: Object.entries(figurePeriods).map(([value, words]) => ({ value, text: t(words) })),
})

/** `all` is what stands for no level. */
export const levelSelect = (t: (words: Words) => string, level: string | undefined, all: Words) => ({
  name: 'cap',
  label: t(labels.level),
  value: level ?? '',
  options: [{ value: '', text: t(all) }, ...levels.map((value) => ({ value, text: t(sayTier(value)) }))],
})
